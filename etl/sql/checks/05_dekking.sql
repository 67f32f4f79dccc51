-- A row is an indicator that has figures for fewer regions than in the database before this one.
select
    v.ernst,
    null::varchar as regio,
    v.indicator,
    v.periode || ', indeling ' || v.indeling as editie,
    'Niveau ' || v.soort || ': er waren ' || v.gemeten || ' cijfers, nu '
    || coalesce(h.gemeten, 0) || '.' as melding
from vorige_dekking v
left join huidige_dekking h using (indicator, soort, indeling, periode)
where coalesce(h.gemeten, 0) < v.gemeten
    and v.indicator in (select indicator from core.indicator);
