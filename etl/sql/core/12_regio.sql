-- A row is a region as it was in one division, with its outline where a map fits that division.
create table core.regio as
with beste_naam as (
    select
        regio,
        indeling,
        arg_min(naam, rang) as naam
    from regionaam
    where naam <> '' and naam <> regio
    group by
        regio,
        indeling
),
op_kaart as (
    select
        g.regio,
        k.indeling,
        regexp_replace(trim(g.naam), '^Wijk \d\d ', '') as naam,
        g.geometrie
    from kaartkeuze k
    join grens g
        on g.kaart = k.kaart
        and g.gemeente = k.gemeente
),
elders as (
    -- gemeenten keep their name from one division to the next
    select
        regio,
        arg_max(naam, indeling) as naam
    from beste_naam
    where left(regio, 2) in ('GM', 'NL')
    group by regio
)
select
    l.regio::core.regiocode as regio,
    l.indeling::smallint as indeling,
    coalesce(n.naam, k.naam, e.naam, l.regio) as naam,
    case left(l.regio, 2)
        when 'NL' then 'land'
        when 'GM' then 'gemeente'
        when 'WK' then 'wijk'
        else 'buurt'
    end as soort,
    case left(l.regio, 2)
        when 'GM' then 'NL00'
        when 'WK' then 'GM' || substr(l.regio, 3, 4)
        when 'BU' then
            case
                -- of the rest of the country we have buurten, and seldom the wijken between
                when l.in_bereik or w.regio is not null then 'WK' || substr(l.regio, 3, 6)
                else 'GM' || substr(l.regio, 3, 4)
            end
    end as ouder,
    k.geometrie
from regiolijst l
left join beste_naam n using (regio, indeling)
left join op_kaart k using (regio, indeling)
left join elders e using (regio)
left join regiolijst w
    on w.regio = 'WK' || substr(l.regio, 3, 6)
    and w.indeling = l.indeling
    and l.regio like 'BU%'
order by
    l.indeling,
    l.regio;
