-- A row is an indicator without a single figure, with the explanation; those a refresh can bring are one row.
with gemeten as (
    select distinct w.indicator::varchar as indicator
    from core.waarneming w
    where w.status = 'gemeten'
),
uitleg as (
    select
        v.indicator,
        string_agg(distinct v.reden, ' ' order by v.reden) filter (where v.reden <> '') as reden,
        -- nothing strange in the copies there are, and tables that we hold no (whole) copy of
        bool_or(v.reden_soort in ('geen_kopie', 'niet_in_kopie'))
        and not bool_or(
            v.reden_soort in ('niet_in_editie', 'andere_eenheid', 'meerduidig', 'geen_periode')
        ) as komt_nog
    from core.veld v
    group by v.indicator
),
van_formule as (
    select
        f.indicator,
        string_agg(distinct f.deel, ', ' order by f.deel) as delen,
        bool_and(coalesce(u.komt_nog, false)) as komt_nog
    from core.formule f
    left join uitleg u
        on u.indicator = f.deel
    where f.deel not in (select g.indicator from gemeten g)
    group by f.indicator
),
redenen as (
    select
        w.indicator::varchar as indicator,
        string_agg(distinct w.status::varchar, ', ' order by w.status::varchar) as statussen
    from core.waarneming w
    group by w.indicator
),
zonder as (
    select
        i.indicator,
        u.reden,
        f.delen,
        r.statussen,
        coalesce(u.komt_nog, f.komt_nog, false) as komt_nog
    from core.indicator i
    left join uitleg u using (indicator)
    left join van_formule f using (indicator)
    left join redenen r using (indicator)
    where i.indicator not in (select g.indicator from gemeten g)
)
select
    case
        when coalesce(z.reden, z.statussen, z.delen) is null then 'fout'
        else 'opmerking'
    end as ernst,
    null::varchar as regio,
    z.indicator,
    null::varchar as editie,
    'Er is nergens een cijfer. '
    || coalesce(
        z.reden,
        'Er ontbreken onderdelen: ' || z.delen || '.',
        'Overal staat: ' || z.statussen || '.',
        'Er is ook geen verklaring.'
    ) as melding
from zonder z
where not z.komt_nog
union all
select
    'opmerking',
    null,
    null,
    null,
    'Van ' || count(*) || ' indicator(en) is er nog geen cijfer; een verversing kan ze brengen: '
    || string_agg(z.indicator, ', ' order by z.indicator) || '.'
from zonder z
where z.komt_nog
having count(*) > 0;
