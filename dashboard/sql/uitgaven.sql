-- A row is a period and division in which an indicator is published at a level: how many regions, how many measured.
select
    indicator,
    left(regio::varchar, 2) as soort,
    substr(regio::varchar, 3, 4) as gemeente,
    periode,
    indeling,
    count(waarde) as gemeten,
    count(*) as totaal
from core.profiel
where regio in (
        select r.regio
        from core.regio r
        where substr(r.regio::varchar, 3, 4) in (select unnest($gemeenten))
    )
    and regio <> 'NL00'
group by all
order by
    periode desc,
    indeling desc
