-- A row is a facility of OpenStreetMap in our areas, with the buurt it lies in of one division.
select
    id,
    soort,
    naam,
    regio::varchar as regio,
    geometrie,
    opgehaald::varchar as opgehaald
from core.voorziening
where indeling = $indeling
    and substr(regio::varchar, 3, 4) in (select unnest($gemeenten))
order by
    soort,
    naam,
    id
