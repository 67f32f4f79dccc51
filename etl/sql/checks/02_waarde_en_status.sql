-- A row is a figure whose value and status contradict each other: a value is there exactly when measured.
select
    'fout' as ernst,
    w.regio::varchar as regio,
    w.indicator::varchar as indicator,
    w.tabel || ', ' || w.periode as editie,
    'Waarde ' || coalesce(w.waarde::varchar, 'ontbreekt') || ' past niet bij status «'
    || w.status || '».' as melding
from core.waarneming w
where (w.waarde is null) = (w.status = 'gemeten')
    or not isfinite(coalesce(w.waarde, 0));
