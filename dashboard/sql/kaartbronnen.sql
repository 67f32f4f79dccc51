-- A row is a table that an indicator's figures of one year come from, at the asked level and division.
select distinct
    indicator::varchar as indicator,
    left(periode::varchar, 4)::int as jaar,
    bron::varchar as bron,
    tabel::varchar as tabel
from core.waarneming
where indeling = $indeling
    and left(regio::varchar, 2) = $soort
    and substr(regio::varchar, 3, 4) in (select unnest($gemeenten))
    and waarde is not null
order by all
