-- A row is something delivered that does not fit, and what is strange about it.
create table core.vreemd as
select *
from vreemd_geleverd
union all
select
    ernst,
    null,
    null,
    editie,
    melding
from vreemde_snapshot
order by all;
