-- A row is a region without its parent in the same division.
select
    case when k.gemeente is null then 'opmerking' else 'fout' end as ernst,
    r.regio::varchar as regio,
    null::varchar as indicator,
    'indeling ' || r.indeling as editie,
    'De ouder ' || coalesce(r.ouder, '(geen)') || ' ontbreekt.' as melding
from core.regio r
left join core.regio o
    on o.regio::varchar = r.ouder
    and o.indeling = r.indeling
left join (select distinct gemeente from core.werkgebied) k
    on k.gemeente = 'GM' || substr(r.regio::varchar, 3, 4)
where r.soort <> 'land'
    and o.regio is null;
