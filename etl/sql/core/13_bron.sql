-- A row is one copy of one table of a source: what was taken, when, from which edition.
create table core.bron as
select
    bron,
    tabel,
    editie as editie_waarden,
    editie_sleutels,
    opgehaald,
    licentie,
    herkomst,
    titel,
    indeling,
    perioden,
    getypeerd,
    volledig,
    bronregel,
    adres,
    wat_is_echt,
    wat_is_samengesteld,
    rang
from snapshot
order by
    bron,
    tabel,
    rang;
