-- A row is what CBS says of an area of ours against the year before: 1 same, 2 new code, 3 boundary moved.
select
    regio,
    indeling,
    wijziging
from core.wijziging
order by
    regio,
    indeling
