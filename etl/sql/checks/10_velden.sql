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
select
    'opmerking',
    null,
    null,
    null,
    -- one line a source: a fresh checkout lacks most tables, and a refresh brings them
    'Van bron «' || v.bron || '» zijn er geen kopieën van ' || count(distinct v.tabel)
    || ' tabel(len): ' || string_agg(distinct v.tabel, ', ' order by v.tabel) || '.'
from core.veld v
where v.reden_soort = 'geen_kopie'
group by v.bron
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
