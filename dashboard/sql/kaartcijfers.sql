-- A row is one figure of any indicator in a region of the asked level and division, with its denominator nearest in time.
with gevraagd as (
    select
        unnest($indicatoren) as indicator,
        unnest($noemers) as noemer
),
eigen as (
    select
        indicator::varchar as indicator,
        regio::varchar as regio,
        periode::varchar as periode,
        left(periode::varchar, 4)::int as jaar,
        waarde,
        status
    from core.profiel
    where indeling = $indeling
        and left(regio::varchar, 2) = $soort
        and regio in (
            select r.regio
            from core.regio r
            where substr(r.regio::varchar, 3, 4) in (select unnest($gemeenten))
        )
)
select
    w.indicator,
    w.regio,
    w.jaar,
    w.waarde,
    w.status::varchar as status,
    arg_min(n.waarde, abs(n.jaar - w.jaar)) as noemer,
    bool_or(n.status in ('geheim', 'nvt', 'onbekend')) as noemer_onbekend
from eigen w
join gevraagd g on g.indicator = w.indicator
left join eigen n
    on n.indicator = g.noemer
    and n.regio = w.regio
group by all
order by
    w.indicator,
    w.jaar,
    w.regio
