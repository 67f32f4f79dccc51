-- A row is one figure of any asked indicator in any region of the asked level, as `verdeling.sql` gives it for one of them.
with gevraagd as (
    select
        unnest($indicatoren) as indicator,
        unnest($noemers) as noemer
),
eigen as (
    select
        indicator::varchar as indicator,
        regio,
        indeling,
        left(periode::varchar, 4)::int as jaar,
        waarde,
        status
    from core.waarneming
    where left(regio::varchar, 2) = $soort
        and substr(regio::varchar, 3, 4) in (select unnest($gemeenten))
)
select
    w.indicator,
    w.waarde,
    arg_min(n.waarde, abs(n.jaar - w.jaar)) as noemer,
    bool_or(n.status in ('geheim', 'nvt', 'onbekend')) as noemer_onbekend
from eigen w
join gevraagd g on g.indicator = w.indicator
left join eigen n
    on n.indicator = g.noemer
    and n.regio = w.regio
    and n.indeling = w.indeling
where w.waarde is not null
group by
    w.indicator,
    w.regio,
    w.indeling,
    w.jaar,
    w.waarde
order by
    w.indicator,
    w.waarde
