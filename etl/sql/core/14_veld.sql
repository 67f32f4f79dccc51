-- A row is where an indicator stands in an edition of a source, or why it is not there.
create table core.veld as
select
    indicator,
    bron,
    tabel,
    editie_waarden,
    veld,
    titel,
    eenheid,
    reden,
    reden_soort
from veldkeuze
order by
    indicator,
    bronveld,
    bron,
    tabel,
    editie_waarden;
