-- A row is one fact about how this database came about.
select
    sleutel,
    waarde
from core.bouw;
