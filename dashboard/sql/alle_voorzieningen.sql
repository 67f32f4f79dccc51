-- A row is a facility of OpenStreetMap in the newest division that has any.
select
    id,
    soort,
    naam,
    geometrie,
    opgehaald
from core.voorziening
where indeling = (select max(indeling) from core.voorziening)
    and naam is not null
order by
    id
