-- A row is a figure of before on the area of today: counts added, means weighted, or one area carried over.
create temp table herleid as
with doel as (
    -- the oldest division with the area as it is now
    select
        h.regio,
        h.deel,
        h.van,
        h.tot,
        h.delen,
        min(r.indeling) as naar
    from herleiding h
    join regiolijst r
        on r.regio = h.regio
        and r.indeling > h.tot
    group by all
),
delen as (
    select
        g.*,
        d.regio as naar_regio,
        d.naar,
        d.delen
    from gekozen g
    join doel d
        on d.deel = g.regio::varchar
        and g.indeling between d.van and d.tot
),
gewogen as (
    select
        d.*,
        i.optelling,
        w.waarde as gewicht
    from delen d
    join indicator i
        on i.indicator = d.indicator::varchar
    left join gekozen w
        on w.indicator::varchar = i.gewogen_met
        and w.regio = d.regio
        and w.indeling = d.indeling
        and w.periode = d.periode
    where d.delen = 1 or i.optelling in ('som', 'gewogen')
),
samen as (
    select
        g.indicator,
        g.naar_regio::core.regiocode as regio,
        g.naar::smallint as indeling,
        g.periode,
        g.indeling as toen,
        any_value(g.delen) as delen,
        count(*) as aanwezig,
        -- the list of statuses runs from harmless to worst
        max(enum_code(g.status)) as ernst,
        case
            when any_value(g.delen) = 1 then any_value(g.waarde)
            when any_value(g.optelling) = 'som' then sum(g.waarde)
            when count(g.gewicht) = count(*) and sum(g.gewicht) > 0
                then sum(g.waarde * g.gewicht) / sum(g.gewicht)
        end as waarde,
        case when any_value(g.delen) = 1 then any_value(g.onder) end as onder,
        case when any_value(g.delen) = 1 then any_value(g.boven) end as boven,
        any_value(g.bron) as bron,
        any_value(g.tabel) as tabel,
        any_value(g.editie) as editie
    from gewogen g
    group by
        g.indicator,
        g.naar_regio,
        g.naar,
        g.periode,
        g.indeling
)
select
    s.indicator,
    s.regio,
    s.indeling,
    s.periode,
    case when s.ernst = 0 then s.waarde end as waarde,
    case when s.ernst = 0 then s.onder end as onder,
    case when s.ernst = 0 then s.boven end as boven,
    case
        when s.ernst > 0 then enum_range(null::core.statusnaam)[s.ernst + 1]
        when s.waarde is null then 'onbekend'
        else 'gemeten'
    end::core.statusnaam as status,
    s.bron,
    s.tabel,
    s.editie
from samen s
where s.aanwezig = s.delen
    and not exists (
        select 1
        from gekozen g
        where g.indicator = s.indicator
            and g.regio = s.regio
            and g.indeling = s.indeling
            and g.periode = s.periode
    )
qualify row_number() over (
    partition by
        s.indicator,
        s.regio,
        s.periode
    order by
        s.toen desc
) = 1;

insert into gekozen by name
select *
from herleid;

-- Areas beside them that are not one to one: their absence is said, else a map would be silent.
insert into gekozen by name
select
    h.indicator,
    l.regio::core.regiocode as regio,
    h.indeling,
    h.periode,
    null::double as waarde,
    null::double as onder,
    null::double as boven,
    'onbekend'::core.statusnaam as status,
    any_value(h.bron) as bron,
    any_value(h.tabel) as tabel,
    any_value(h.editie) as editie
from herleid h
join regiolijst l
    on l.indeling = h.indeling
    and left(l.regio, 6) = left(h.regio::varchar, 6)
    and length(l.regio) = length(h.regio::varchar)
where not exists (
    select 1
    from gekozen g
    where g.indicator = h.indicator
        and g.regio = l.regio::core.regiocode
        and g.indeling = h.indeling
        and g.periode = h.periode
)
group by
    h.indicator,
    l.regio,
    h.indeling,
    h.periode;
