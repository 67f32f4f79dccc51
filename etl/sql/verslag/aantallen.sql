-- The one row is how many figures there are, and how many came and went.
with n as (
    select
        indicator::varchar as indicator,
        regio::varchar as regio,
        indeling,
        periode::varchar as periode
    from nieuw.core.waarneming
    where status::varchar = 'gemeten'
),
o as (
    select
        indicator::varchar as indicator,
        regio::varchar as regio,
        indeling,
        periode::varchar as periode
    from oud.core.waarneming
    where status::varchar = 'gemeten'
)
select
    (select count(*) from n)::integer as nu,
    (select count(*) from n anti join o using (indicator, regio, indeling, periode))::integer as erbij,
    (select count(*) from o anti join n using (indicator, regio, indeling, periode))::integer as eraf;
