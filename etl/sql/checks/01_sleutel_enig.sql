-- A row is a key that occurs more than once: indicator, region, division, period; or region, division.
select
    'fout' as ernst,
    w.regio::varchar as regio,
    w.indicator::varchar as indicator,
    string_agg(distinct w.tabel::varchar, ' en ' order by w.tabel::varchar)
    || ', ' || w.periode || ', indeling ' || w.indeling as editie,
    'Dit cijfer staat er ' || count(*) || ' keer.' as melding
from core.waarneming w
group by
    w.indicator,
    w.regio,
    w.indeling,
    w.periode
having count(*) > 1
union all
select
    'fout',
    r.regio::varchar,
    null,
    'indeling ' || r.indeling,
    'Deze regio staat er ' || count(*) || ' keer.'
from core.regio r
group by
    r.regio,
    r.indeling
having count(*) > 1;
