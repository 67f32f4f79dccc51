-- A row is an area that the catalogue says did not change, while CBS says its boundary moved.
select
    'opmerking' as ernst,
    w.regio,
    null::varchar as indicator,
    'indeling ' || w.indeling as editie,
    'De catalogus zegt dat dit gebied gelijk bleef, CBS dat de grens is verlegd. '
    || 'Pas onveranderd aan in werkgebieden.toml.' as melding
from core.wijziging w
join core.onveranderd o
    on o.gemeente = 'GM' || substr(w.regio, 3, 4)
    and o.soort = case left(w.regio, 2) when 'WK' then 'wijk' else 'buurt' end
    and w.indeling > o.van
    and w.indeling <= o.tot
where w.wijziging = '3';
