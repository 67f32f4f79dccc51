-- A row is a facility with a place (OpenStreetMap) in one division: the buurt it lies in there.
create table core.voorziening as
select
    id,
    soort,
    naam,
    regio,
    indeling::smallint as indeling,
    geometrie,
    bron,
    opgehaald
from voorziening
order by
    indeling,
    regio,
    soort,
    id;
