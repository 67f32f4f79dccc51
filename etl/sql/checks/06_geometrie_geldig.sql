-- A row is a region whose outline is no valid area.
select
    'fout' as ernst,
    r.regio::varchar as regio,
    null::varchar as indicator,
    'indeling ' || r.indeling as editie,
    'De grens is ongeldig: ' || geometrie_oordeel(r.geometrie) || '.' as melding
from core.regio r
where r.geometrie is not null
    and geometrie_oordeel(r.geometrie) <> '';
