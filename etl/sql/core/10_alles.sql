-- A row is one figure, delivered or made, in no order yet.
create temp view alles as
select *
from gekozen
union all by name
select *
from verhouding;
