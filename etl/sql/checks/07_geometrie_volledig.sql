-- A row is a region of ours without an outline in a division that a map fits.
select
    'fout' as ernst,
    r.regio::varchar as regio,
    null::varchar as indicator,
    'indeling ' || r.indeling as editie,
    'Er is geen grens voor ' || r.naam || ', terwijl de kaart van ' || k.kaart
    || ' bij deze indeling hoort.' as melding
from core.regio r
join core.kaart k
    on k.indeling = r.indeling
    and k.gemeente = 'GM' || substr(r.regio::varchar, 3, 4)
where r.geometrie is null
    and r.soort <> 'land';
