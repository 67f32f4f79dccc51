-- A row is the measured figure of one gemeente, whole country, with its code.
select
    regio::varchar as regio,
    waarde
from core.waarneming
where indicator = $indicator
    and periode = $periode
    and indeling = $indeling
    and left(regio::varchar, 2) = 'GM'
    and waarde is not null
order by regio
