-- A row is an indicator of the catalogue: what the checks must know of it.
create table core.indicator as
select
    indicator,
    eenheid,
    optelling,
    is_aandeel,
    is_formule
from indicator
order by indicator;

-- A row is a count that a ratio is made of.
create table core.formule as
select
    indicator,
    deel,
    rol
from formule
order by
    indicator,
    volgorde;
