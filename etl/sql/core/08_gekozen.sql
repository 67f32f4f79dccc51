-- A row is the one figure of an indicator in a region, division and period.
create temp table gekozen as
select
    indicator,
    regio,
    indeling,
    periode,
    waarde,
    onder,
    boven,
    status,
    bron,
    tabel,
    editie
from gevonden
qualify row_number() over (
    partition by
        indicator,
        regio,
        indeling,
        periode
    order by
        -- a figure is never lost to a missing one, a reason never to "not in this copy"
        status = 'gemeten' desc,
        status <> 'niet_in_kopie' desc,
        bronveld,
        rang
) = 1;

drop table gevonden;
