-- A row is one delivered cell of an indicator: snapshot, field, region, period and role (waarde, onder, boven).
create temp table cel as
with getallen as (
    select
        k.indicator,
        k.snapshot,
        k.bronveld,
        k.periode,
        k.rol,
        k.schaal,
        r.veld,
        r.dimensies,
        r.tekst,
        schone_regio(r.regio) as regio,
        case
            when regexp_full_match(r.tekst, '-?\d+(\.\d+)?') then r.tekst::double
        end as geleverd
    from ruw_cel r
    join koppeling k
        on k.snapshot = r.snapshot
        and k.veld = r.veld
        and k.dimensies = r.dimensies
)
select
    g.* exclude (geleverd),
    s.getypeerd,
    g.geleverd,
    -- CBS's map packages write -99997 and the like where there is no figure
    case when g.geleverd > -99990 then g.geleverd end as getal
from getallen g
join snapshot s using (snapshot);

-- With every region of the country these tables are large; what is used up makes room.
drop table ruw_cel;
