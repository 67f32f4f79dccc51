-- A row is a gemeente of a werkgebied, now or before.
create table core.werkgebied as
select
    slug,
    gemeente
from werkgebied
order by
    slug,
    gemeente;

-- A row says which map is right for a gemeente of ours in a division, where one is.
create table core.kaart as
select
    gemeente,
    indeling,
    kaart
from kaartkeuze
where kaart in (select kaart from grens)
order by
    gemeente,
    indeling;
