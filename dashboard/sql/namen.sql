-- A row is a gemeente or buurt of the country with its newest name.
select
    regio::varchar as regio,
    arg_max(naam, indeling) as naam
from core.regio
where left(regio::varchar, 2) in ('GM', 'BU')
group by regio
order by regio
