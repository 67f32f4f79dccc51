-- A row is an indicator without a single figure, with the explanation if there is one.
with uitleg as (
    select
        v.indicator,
        string_agg(distinct v.reden, ' ' order by v.reden) filter (where v.reden <> '') as reden
    from core.veld v
    group by v.indicator
),
van_formule as (
    select
        f.indicator,
        string_agg(distinct f.deel, ', ' order by f.deel) as delen
    from core.formule f
    where f.deel not in (
        select w.indicator::varchar
        from core.waarneming w
        where w.status = 'gemeten'
    )
    group by f.indicator
),
redenen as (
    select
        w.indicator::varchar as indicator,
        string_agg(distinct w.status::varchar, ', ' order by w.status::varchar) as statussen
    from core.waarneming w
    group by w.indicator
)
select
    case
        when coalesce(u.reden, r.statussen, f.delen) is null then 'fout'
        else 'opmerking'
    end as ernst,
    null::varchar as regio,
    i.indicator,
    null::varchar as editie,
    'Er is nergens een cijfer. '
    || coalesce(
        u.reden,
        'Er ontbreken onderdelen: ' || f.delen || '.',
        'Overal staat: ' || r.statussen || '.',
        'Er is ook geen verklaring.'
    ) as melding
from core.indicator i
left join uitleg u using (indicator)
left join van_formule f using (indicator)
left join redenen r using (indicator)
where i.indicator not in (
    select w.indicator::varchar
    from core.waarneming w
    where w.status = 'gemeten'
);
