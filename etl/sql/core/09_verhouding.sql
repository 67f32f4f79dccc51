-- A row is a ratio in a region, division and period, made of counts that are all there.
create temp table verhouding as
with formules as (
    select
        f.* exclude (indicator, deel),
        f.indicator::core.indicator_id as indicator,
        f.deel::core.indicator_id as deel
    from formule f
),
delen as (
    select
        f.indicator,
        g.regio,
        g.indeling,
        g.periode,
        any_value(f.delen) as nodig,
        count(*) as aanwezig,
        any_value(f.factor) as factor,
        sum(g.waarde * f.teken) filter (where f.rol = 'teller') as teller,
        sum(g.waarde) filter (where f.rol = 'noemer') as noemer,
        -- the list of statuses runs from harmless to worst
        max(enum_code(g.status)) as ernst,
        arg_min(g.bron, f.volgorde) as bron,
        arg_min(g.tabel, f.volgorde) as tabel,
        arg_min(g.editie, f.volgorde) as editie
    from formules f
    join gekozen g
        on g.indicator = f.deel
    group by
        f.indicator,
        g.regio,
        g.indeling,
        g.periode
),
geoordeeld as (
    select
        d.*,
        case
            when d.ernst > 0 then enum_range(null::core.statusnaam)[d.ernst + 1]
            when d.noemer = 0 then 'nvt'
            -- CBS rounds counts of wijken and buurten at random to fives: in a tiny area a part can
            -- come out above its whole. What the share is, is then unknown; 100 would be invented.
            when i.is_aandeel
                and left(d.regio::varchar, 2) in ('WK', 'BU')
                and (d.teller > d.noemer or d.teller < 0) then 'onbekend'
            else 'gemeten'
        end as status
    from delen d
    join indicator i
        on i.indicator = d.indicator::varchar
    where d.aanwezig = d.nodig
)
select
    o.indicator,
    o.regio,
    o.indeling,
    o.periode,
    case when o.status = 'gemeten' then o.factor * o.teller / o.noemer end as waarde,
    null::double as onder,
    null::double as boven,
    o.status::core.statusnaam as status,
    o.bron,
    o.tabel,
    o.editie
from geoordeeld o
join regiolijst r
    on r.regio::core.regiocode = o.regio
    and r.indeling = o.indeling
where r.in_bereik or o.status = 'gemeten';
