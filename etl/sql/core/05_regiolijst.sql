-- A row is a region of a division that has figures, and whether it belongs to our scope.
create temp table regiolijst as
with met_cijfer as (
    select distinct
        m.regio,
        s.indeling
    from meting m
    join snapshot s using (snapshot)
),
bekend as (
    select
        regio,
        indeling
    from regionaam
    union
    select
        regio,
        indeling
    from met_cijfer
    union
    select
        'NL00',
        indeling
    from met_cijfer
),
met_kaart as (
    -- a table without buurten of its own still has an area with buurten: those of the map that fits
    select
        g.regio,
        k.indeling
    from kaartkeuze k
    join grens g
        on g.kaart = k.kaart
        and g.gemeente = k.gemeente
    where not exists (
        select 1
        from bekend b
        where b.indeling = k.indeling
            and left(b.regio, 2) = left(g.regio, 2)
            and substr(b.regio, 3, 4) = substr(k.gemeente, 3)
    )
),
zelf as (
    select
        regio,
        indeling
    from bekend
    union
    select
        regio,
        indeling
    from met_kaart
),
alle as (
    select
        regio,
        indeling
    from zelf
    union
    -- a code names the wijk and the gemeente it lies in, also when a table leaves those out
    select
        'WK' || substr(regio, 3, 6),
        indeling
    from zelf
    where regio like 'BU%'
    union
    select
        'GM' || substr(regio, 3, 4),
        indeling
    from zelf
    where regio like 'BU%' or regio like 'WK%'
),
geschaald as (
    select
        a.regio,
        a.indeling,
        left(a.regio, 2) in ('NL', 'GM')
        or 'GM' || substr(a.regio, 3, 4) in (select gemeente from werkgebied) as in_bereik
    from alle a
),
omhoog as (
    -- the named wijken above buurten elsewhere that have figures
    select
        'WK' || substr(regio, 3, 6) as regio,
        indeling
    from met_cijfer
    where regio like 'BU%'
    intersect
    select
        regio,
        indeling
    from regionaam
)
select
    regio,
    indeling,
    in_bereik
from geschaald
where in_bereik
    or (regio, indeling) in (select (regio, indeling) from met_cijfer)
    or (regio, indeling) in (select (regio, indeling) from omhoog);
