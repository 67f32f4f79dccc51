-- A row is one figure of the asked indicator in a region of the asked level, with its denominator nearest in time.
with gevraagd as (
    select
        w.regio,
        w.indeling,
        w.periode,
        w.waarde,
        w.onder,
        w.boven,
        w.status,
        w.bron,
        w.tabel,
        w.editie
    from core.waarneming w
    where w.indicator = $indicator
        and w.periode = $periode
        and w.indeling = $indeling
        and left(w.regio::varchar, 2) = $soort
        and substr(w.regio::varchar, 3, 4) in (select unnest($gemeenten))
),
noemers as (
    select
        n.regio,
        arg_min(n.waarde, abs(left(n.periode::varchar, 4)::int - left($periode, 4)::int)) as noemer,
        bool_or(n.status in ('geheim', 'nvt', 'onbekend')) as noemer_onbekend
    from core.waarneming n
    semi join gevraagd g on g.regio = n.regio
    where n.indicator = $noemer
        and n.indeling = $indeling
    group by n.regio
)
select
    $indicator as indicator,
    g.regio,
    g.indeling,
    g.periode,
    g.waarde,
    g.onder,
    g.boven,
    g.status,
    g.bron,
    g.tabel,
    g.editie,
    n.noemer,
    n.noemer_onbekend
from gevraagd g
left join noemers n using (regio)
order by g.regio
