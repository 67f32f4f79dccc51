-- A row is an indicator whose column was not found in an edition and should have been, or without a reason.
select
    'fout' as ernst,
    null::varchar as regio,
    v.indicator,
    v.tabel || ' (' || v.editie_waarden || ')' as editie,
    'Er is geen kolom gevonden en geen reden gegeven.' as melding
from core.veld v
where v.veld is null
    and coalesce(v.reden, '') = ''
union all
select
    'opmerking',
    null,
    v.indicator,
    v.tabel || ' (' || v.editie_waarden || ')',
    v.reden
from core.veld v
where v.veld is null
    -- a stem that CBS renamed looks like this; what our copy lacks is explained on /verantwoording
    and v.reden_soort in ('niet_in_editie', 'andere_eenheid', 'meerduidig', 'geen_periode')
union all
select distinct
    'opmerking',
    null,
    null,
    v.tabel,
    'Er is geen kopie van tabel ' || v.tabel || ' van bron «' || v.bron || '».'
from core.veld v
where v.reden_soort = 'geen_kopie'
union all
select
    'fout',
    null,
    i.indicator,
    null,
    'Geen enkele editie is voor dit cijfer bekeken.'
from core.indicator i
anti join core.veld v using (indicator)
where not i.is_formule;
