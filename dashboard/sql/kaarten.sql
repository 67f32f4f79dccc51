-- A row says of which year the drawn boundaries of a gemeente are in a division.
select
    gemeente,
    indeling,
    kaart
from core.kaart
