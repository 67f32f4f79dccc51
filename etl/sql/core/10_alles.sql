-- A row is one figure, delivered or made, in no order yet.
create temp table alles as
select *
from gekozen
union all by name
select *
from verhouding;
