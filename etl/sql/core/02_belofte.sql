-- A row is one promise of a snapshot: an indicator and a period of its edition, and what came of it.
create temp table belofte_uitkomst as
select
    b.indicator,
    b.snapshot,
    b.bronveld,
    b.periode,
    b.in_kopie,
    -- not delivered: everything was copied and no region, the country included, has a number. A dot
    -- counts as none: the typed form of the same edition has null there, and both must say the same.
    any_value(b.in_kopie and s.volledig)
    and count(c.getal) = 0 as niet_geleverd
from belofte b
join snapshot s using (snapshot)
left join cel c
    on c.indicator = b.indicator
    and c.snapshot = b.snapshot
    and c.bronveld = b.bronveld
    and c.periode = b.periode
    and c.rol = 'waarde'
group by
    b.indicator,
    b.snapshot,
    b.bronveld,
    b.periode,
    b.in_kopie;
