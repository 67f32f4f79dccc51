-- A row is one figure of any indicator for one region, every division and period, with its denominator nearest in time.
with gevraagd as (
    select
        unnest($indicatoren) as indicator,
        unnest($noemers) as noemer
),
eigen as (
    select *
    from core.profiel
    where regio = $regio
)
select
    w.indicator,
    w.regio,
    w.indeling,
    w.periode,
    w.waarde,
    w.onder,
    w.boven,
    w.status,
    w.bron,
    w.tabel,
    w.editie,
    arg_min(n.waarde, abs(left(n.periode::varchar, 4)::int - left(w.periode::varchar, 4)::int)) as noemer,
    bool_or(n.status in ('geheim', 'nvt', 'onbekend')) as noemer_onbekend
from eigen w
join gevraagd g on g.indicator = w.indicator::varchar
left join eigen n
    on n.indicator::varchar = g.noemer
    and n.indeling = w.indeling
group by all
order by
    w.indicator,
    w.periode,
    w.indeling
