-- A row is a figure that cannot be: a share outside 0-100, a negative count, margins the wrong way.
select
    'fout' as ernst,
    w.regio::varchar as regio,
    w.indicator::varchar as indicator,
    w.tabel || ', ' || w.periode as editie,
    'Een aandeel ligt tussen 0 en 100, gevonden: ' || w.waarde || '.' as melding
from core.waarneming w
join core.indicator i
    on i.indicator = w.indicator::varchar
where i.is_aandeel
    and not w.waarde between 0 and 100
union all
select
    'fout',
    w.regio::varchar,
    w.indicator::varchar,
    w.tabel || ', ' || w.periode,
    'Een telling is niet negatief, gevonden: ' || w.waarde || '.'
from core.waarneming w
join core.indicator i
    on i.indicator = w.indicator::varchar
where i.optelling = 'som'
    and w.waarde < 0
union all
select
    'opmerking',
    w.regio::varchar,
    w.indicator::varchar,
    w.tabel || ', ' || w.periode,
    'De waarde ' || w.waarde || ' ligt niet tussen haar marges ' || w.onder || ' en ' || w.boven
    || '.'
from core.waarneming w
where w.waarde < w.onder
    or w.waarde > w.boven;
