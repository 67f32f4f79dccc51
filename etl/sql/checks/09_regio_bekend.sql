-- A row is a region that has figures and is not in the list of regions, or that has no name.
select distinct
    'fout' as ernst,
    w.regio::varchar as regio,
    null::varchar as indicator,
    'indeling ' || w.indeling as editie,
    'Er zijn cijfers voor deze regio, en zij staat niet in core.regio.' as melding
from core.waarneming w
anti join core.regio r using (regio, indeling)
union all
select
    'opmerking',
    r.regio::varchar,
    null,
    'indeling ' || r.indeling,
    'Voor deze regio is geen naam gevonden; de code staat er nu.'
from core.regio r
where r.naam = r.regio::varchar;
