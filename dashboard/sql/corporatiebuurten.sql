-- A row is the measured figure of one buurt of the country where corporations own at least the asked share.
with aandelen as (
    select
        regio,
        arg_min(waarde, abs(left(periode::varchar, 4)::int - left($periode, 4)::int)) as aandeel
    from core.waarneming
    where indicator = $aandeel
        and indeling = $indeling
        and left(regio::varchar, 2) = 'BU'
        and waarde is not null
    group by regio
)
select w.waarde
from core.waarneming w
join aandelen a using (regio)
where w.indicator = $indicator
    and w.periode = $periode
    and w.indeling = $indeling
    and w.waarde is not null
    and a.aandeel >= $minstens
order by w.waarde
