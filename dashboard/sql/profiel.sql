-- A row is one figure of any indicator for one region, every division and period. Its denominator is another of these
-- rows (`met_noemers`): looking it up here took four times as long as reading them.
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
from core.profiel
where regio = $regio
order by
    indicator,
    periode,
    indeling
