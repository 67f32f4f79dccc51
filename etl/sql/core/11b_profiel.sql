-- A row is that of core.waarneming once more, region by region: all of one place lies together.
create table core.profiel as
select *
from core.waarneming
order by
    regio,
    indicator,
    periode,
    indeling;
