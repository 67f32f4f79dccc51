-- A row is how many regions of a level have a figure of an indicator in a division and period.
select
    w.indicator::varchar as indicator,
    r.soort,
    w.indeling::integer as indeling,
    w.periode::varchar as periode,
    count(*)::integer as gemeten
from core.waarneming w
join core.regio r using (regio, indeling)
where w.status = 'gemeten'
group by all;
