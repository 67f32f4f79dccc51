-- A row is an area of today and one it was made of, with the evidence; its figures of then were rebuilt.
create table core.herleid as
select
    regio,
    deel,
    van,
    tot,
    delen,
    bewijs,
    bijna
from herleiding
order by
    regio,
    deel;

-- A row is an indicator that was not rebuilt for an area of more parts, and why not.
create table core.herleid_niet as
select distinct
    i.indicator,
    h.regio,
    'niet_optelbaar' as reden
from indicator i
cross join herleiding h
join core.waarneming w
    on w.indicator::varchar = i.indicator
    and w.regio::varchar = h.deel
    and w.indeling between h.van and h.tot
where h.delen > 1
    and i.optelling = 'geen'
    and w.status = 'gemeten'
order by all;

-- A row is what CBS says of an area against the year before: 1 same, 2 new code, 3 boundary moved.
create table core.wijziging as
select
    regio,
    indeling,
    wijziging
from wijziging
order by
    regio,
    indeling;

-- A row is a level of a gemeente that the catalogue says did not change between two divisions.
create table core.onveranderd as
select
    gemeente,
    soort,
    van,
    tot
from onveranderd
order by all;
