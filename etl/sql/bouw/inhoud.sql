-- A row is a core table (all but `bouw`, which tells of the build): how many rows, and a sum of their contents that does not mind the order.
with regels as (
    select 'bron' as tabel, t::varchar as regel from core.bron t
    union all select 'formule', t::varchar from core.formule t
    union all select 'herleid', t::varchar from core.herleid t
    union all select 'herleid_niet', t::varchar from core.herleid_niet t
    union all select 'indicator', t::varchar from core.indicator t
    union all select 'kaart', t::varchar from core.kaart t
    union all select 'onveranderd', t::varchar from core.onveranderd t
    union all select 'profiel', t::varchar from core.profiel t
    union all select 'regio', t::varchar from core.regio t
    union all select 'veld', t::varchar from core.veld t
    union all select 'voorziening', t::varchar from core.voorziening t
    union all select 'vreemd', t::varchar from core.vreemd t
    union all select 'waarneming', t::varchar from core.waarneming t
    union all select 'werkgebied', t::varchar from core.werkgebied t
    union all select 'wijziging', t::varchar from core.wijziging t
)
select
    tabel,
    count(*) as rijen,
    -- a sum, not an exclusive or: two equal rows must not cancel out
    sum(md5_number_lower(regel)::hugeint) as laag,
    sum(md5_number_upper(regel)::hugeint) as hoog
from regels
group by tabel
order by tabel;
