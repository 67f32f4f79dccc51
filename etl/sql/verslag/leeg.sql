-- A row is an indicator without a figure anywhere.
select i.indicator
from nieuw.core.indicator i
where i.indicator not in (
    select w.indicator::varchar
    from nieuw.core.waarneming w
    where w.status::varchar = 'gemeten'
)
order by i.indicator;
