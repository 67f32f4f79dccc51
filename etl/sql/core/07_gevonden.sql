-- A row is one answer to "what is this indicator here and then?"; several snapshots may answer.
create temp table gevonden as
with rooster as (
    select
        u.*,
        r.regio,
        r.indeling,
        s.volledig
    from belofte_uitkomst u
    join snapshot s using (snapshot)
    join regiolijst r using (indeling)
    where r.in_bereik
),
binnen as (
    select
        o.indicator,
        o.regio,
        o.indeling,
        o.periode,
        o.bronveld,
        o.snapshot,
        m.waarde,
        m.onder,
        m.boven,
        coalesce(
            m.status,
            case
                when not o.in_kopie or not o.volledig then 'niet_in_kopie'
                when o.niet_geleverd then 'niet_geleverd'
                else 'onbekend'
            end
        ) as status
    from rooster o
    left join meting m using (indicator, snapshot, bronveld, periode, regio)
),
buiten as (
    -- outside our scope only what was really measured
    select
        m.indicator,
        m.regio,
        s.indeling,
        m.periode,
        m.bronveld,
        m.snapshot,
        m.waarde,
        m.onder,
        m.boven,
        m.status
    from meting m
    join snapshot s using (snapshot)
    join regiolijst r using (regio, indeling)
    where not r.in_bereik
        and m.status = 'gemeten'
),
samen as (
    select *
    from binnen
    union all by name
    select *
    from buiten
)
select
    g.indicator::core.indicator_id as indicator,
    g.regio::core.regiocode as regio,
    g.indeling::smallint as indeling,
    g.periode::core.periodecode as periode,
    g.status::core.statusnaam as status,
    g.bronveld,
    s.rang,
    s.bron::core.bron_id as bron,
    s.tabel::core.tabel_id as tabel,
    s.editie::core.editiedatum as editie,
    case when g.status = 'gemeten' then g.waarde end as waarde,
    case when g.status = 'gemeten' then g.onder end as onder,
    case when g.status = 'gemeten' then g.boven end as boven
from samen g
join snapshot s using (snapshot);

drop table meting;
