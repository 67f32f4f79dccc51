-- A row is one figure of the asked indicator in any region of the asked level, any period and division, with its denominator nearest in time.
with eigen as (
    select
        regio,
        indeling,
        left(periode::varchar, 4)::int as jaar,
        waarde
    from core.waarneming
    where indicator = $indicator
        and left(regio::varchar, 2) = $soort
        and substr(regio::varchar, 3, 4) in (select unnest($gemeenten))
        and waarde is not null
),
noemers as (
    select
        regio,
        indeling,
        left(periode::varchar, 4)::int as jaar,
        waarde,
        status
    from core.waarneming
    where indicator = $noemer
        and left(regio::varchar, 2) = $soort
        and substr(regio::varchar, 3, 4) in (select unnest($gemeenten))
)
select
    w.waarde,
    arg_min(n.waarde, abs(n.jaar - w.jaar)) as noemer,
    bool_or(n.status in ('geheim', 'nvt', 'onbekend')) as noemer_onbekend
from eigen w
left join noemers n
    on n.regio = w.regio
    and n.indeling = w.indeling
group by
    w.regio,
    w.indeling,
    w.jaar,
    w.waarde
order by w.waarde
