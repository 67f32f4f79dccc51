-- A row is where an indicator stands in an edition of a source, or why it is not there.
select
    indicator,
    bron,
    tabel,
    coalesce(veld, '') as veld,
    coalesce(titel, '') as titel,
    coalesce(eenheid, '') as eenheid,
    coalesce(reden, '') as reden
from core.veld
order by
    indicator,
    bron,
    tabel
