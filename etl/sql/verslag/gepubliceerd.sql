-- A row is an indicator and year that has figures at levels where the database before had none.
with nu as (
    select distinct
        indicator::varchar as indicator,
        left(periode::varchar, 4)::integer as jaar,
        left(regio::varchar, 2) as soort
    from nieuw.core.waarneming
    where status::varchar = 'gemeten'
),
eerst as (
    select distinct
        indicator::varchar as indicator,
        left(periode::varchar, 4)::integer as jaar,
        left(regio::varchar, 2) as soort
    from oud.core.waarneming
    where status::varchar = 'gemeten'
)
select
    indicator,
    jaar,
    list(soort order by soort) as soorten
from nu
anti join eerst using (indicator, jaar, soort)
group by
    indicator,
    jaar
order by
    indicator,
    jaar;
