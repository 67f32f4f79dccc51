-- A row is what one snapshot says of an indicator in a region and period: a number or a reason.
create temp table meting as
with oordeel as (
    select
        c.*,
        case
            when u.niet_geleverd then 'niet_geleverd'
            when c.getal is not null then 'gemeten'
            when not c.getypeerd and c.tekst = '.' then 'geheim'
            when not c.getypeerd and c.tekst = '' then 'nvt'
            else 'onbekend'
        end as status
    from cel c
    join belofte_uitkomst u using (indicator, snapshot, bronveld, periode)
    where is_regiocode(c.regio)
)
select
    o.indicator,
    o.snapshot,
    o.bronveld,
    o.regio,
    o.periode,
    count(*) filter (where o.rol = 'waarde') as cellen,
    -- several cells are one count (homes by period and label); the worst of them decides
    arg_max(o.status, r.rang) filter (where o.rol = 'waarde') as status,
    sum(o.getal * o.schaal) filter (where o.rol = 'waarde') as waarde,
    min(o.getal * o.schaal) filter (where o.rol = 'onder') as onder,
    max(o.getal * o.schaal) filter (where o.rol = 'boven') as boven
from oordeel o
join statusrang r using (status)
group by
    o.indicator,
    o.snapshot,
    o.bronveld,
    o.regio,
    o.periode
having count(*) filter (where o.rol = 'waarde') > 0;
