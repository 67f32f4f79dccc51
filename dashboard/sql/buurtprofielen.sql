-- A row is one buurt of the country with enough inhabitants, and all asked figures in the order asked.
with gevraagd as (
    select
        unnest($indicatoren) as indicator,
        unnest(range(len($indicatoren))) as plek
),
groot as (
    select regio
    from core.waarneming
    where indicator = $inwoners
        and periode = $periode
        and indeling = $indeling
        and left(regio::varchar, 2) = 'BU'
        and waarde >= $minstens
)
select
    w.regio::varchar as regio,
    list(w.waarde order by g.plek) as waarden
from core.waarneming w
join gevraagd g on g.indicator = w.indicator::varchar
join groot using (regio)
where w.periode = $periode
    and w.indeling = $indeling
    and w.waarde is not null
group by w.regio
having count(*) = len($indicatoren)
order by regio
