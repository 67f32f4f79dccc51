-- A row is a region of our areas in one division, its outline included.
select
    regio,
    indeling,
    naam,
    geometrie
from core.regio
where substr(regio::varchar, 3, 4) in (select unnest($gemeenten))
    and regio <> 'NL00'
order by
    naam,
    regio
