-- A row is one copy of one table of a source.
select
    bron,
    tabel,
    titel,
    indeling,
    editie_waarden,
    editie_sleutels,
    opgehaald,
    licentie,
    herkomst,
    wat_is_echt,
    wat_is_samengesteld
from core.bron
order by
    bron,
    tabel,
    rang
