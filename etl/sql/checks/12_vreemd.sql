-- A row is something delivered that does not fit; the build wrote it down.
select
    v.ernst,
    v.regio,
    v.indicator,
    v.editie,
    v.melding
from core.vreemd v;
