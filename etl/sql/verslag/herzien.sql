-- A row is an indicator with figures that were revised: how many, and the largest change among them.
with paren as (
    select
        n.indicator::varchar as indicator,
        n.regio::varchar as regio,
        left(n.periode::varchar, 4)::integer as jaar,
        o.waarde as was,
        n.waarde as wordt
    from nieuw.core.waarneming n
    join oud.core.waarneming o
        on o.indicator::varchar = n.indicator::varchar
        and o.regio::varchar = n.regio::varchar
        and o.periode::varchar = n.periode::varchar
        and o.indeling = n.indeling
    where o.status::varchar = 'gemeten'
        and n.status::varchar = 'gemeten'
        -- a ratio made of the same counts may differ in its last bits
        and abs(n.waarde - o.waarde) > 1e-9 * greatest(abs(n.waarde), abs(o.waarde), 1)
),
grootste as (
    select
        indicator,
        count(*)::integer as aantal,
        -- by the root of their size: in whole figures the country would always win, in shares of
        -- themselves the smallest buurt
        arg_max(
            {'regio': regio, 'jaar': jaar, 'was': was, 'wordt': wordt},
            (
                regio <> 'NL00',
                abs(wordt - was) / sqrt(greatest(abs(was), abs(wordt), 1)),
                jaar,
                regio
            )
        ) as top
    from paren
    group by indicator
)
select
    g.indicator,
    g.aantal,
    g.top.regio as regio,
    coalesce(r.naam, g.top.regio) as naam,
    g.top.jaar as jaar,
    g.top.was as was,
    g.top.wordt as wordt
from grootste g
left join (
    select
        regio::varchar as regio,
        arg_max(naam, indeling) as naam
    from nieuw.core.regio
    group by all
) r on r.regio = g.top.regio
order by
    g.aantal desc,
    g.indicator;
