-- A row is a cell, figure or region that does not fit, and what is strange about it.
create temp table vreemd_geleverd as
select
    'fout' as ernst,
    c.indicator,
    c.regio,
    s.tabel || ' (' || s.editie || ')' as editie,
    'Geen getal: «' || c.tekst || '» in kolom ' || c.veld || '.' as melding
from cel c
join snapshot s using (snapshot)
where c.geleverd is null
    and coalesce(c.tekst, '') <> ''
    and not (c.tekst = '.' and not c.getypeerd)
union all
select
    'fout',
    m.indicator,
    m.regio,
    s.tabel || ' (' || s.editie || ')',
    'Er zijn ' || m.cellen || ' cellen voor één cijfer, en dit cijfer mag niet worden opgeteld. '
    || 'Noem in de catalogus de dimensies die het vastleggen.'
from meting m
join snapshot s using (snapshot)
join indicator i using (indicator)
where m.cellen > 1
    and i.optelling <> 'som'
union all
select distinct
    'opmerking',
    null,
    c.regio,
    s.tabel || ' (' || s.editie || ')',
    '«' || c.regio || '» is geen regiocode; deze rijen zijn overgeslagen.'
from cel c
join snapshot s using (snapshot)
where not is_regiocode(c.regio);

-- With every region of the country these tables are large; what is used up makes room.
drop table cel;
