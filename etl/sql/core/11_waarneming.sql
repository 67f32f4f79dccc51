-- A row is one figure of an indicator in a region, division and period, or the reason there is none.
create table core.waarneming as
select
    indicator,
    regio,
    indeling,
    periode,
    waarde,
    onder,
    boven,
    status,
    bron,
    tabel,
    editie
from alles
order by
    indicator,
    periode,
    regio,
    indeling;

drop view alles;

drop table gekozen;

drop table verhouding;
