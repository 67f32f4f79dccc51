-- A row is a gemeente of ours whose wijken or buurten add up to something else than the gemeente itself.
with delen as (
    select
        w.indicator,
        w.indeling,
        w.periode,
        'GM' || substr(w.regio::varchar, 3, 4) as gemeente,
        r.soort,
        count(*) as aantal,
        count(w.waarde) as gemeten,
        sum(w.waarde) as som
    from core.waarneming w
    join core.regio r using (regio, indeling)
    join core.indicator i
        on i.indicator = w.indicator::varchar
    where r.soort in ('wijk', 'buurt')
        and i.optelling = 'som'
    group by all
),
vergeleken as (
    select
        d.*,
        g.waarde as geheel,
        g.tabel,
        -- CBS rounds counts of wijken and buurten to fives at random, benefits to tens: at most 5 each
        5 * (d.gemeten + 1) as marge
    from delen d
    join core.waarneming g
        on g.indicator = d.indicator
        and g.indeling = d.indeling
        and g.periode = d.periode
        and g.regio::varchar = d.gemeente
    where g.status = 'gemeten'
        and d.gemeten > 0
        and d.gemeente in (select gemeente from core.werkgebied)
)
select
    case when v.som > v.geheel then 'fout' else 'opmerking' end as ernst,
    v.gemeente as regio,
    v.indicator::varchar as indicator,
    v.tabel || ', ' || v.periode as editie,
    'De som van ' || v.gemeten || ' ' || case v.soort when 'wijk' then 'wijken' else 'buurten' end
    || ' is ' || v.som || ', de gemeente zelf ' || v.geheel || ' (afronding verklaart '
    || v.marge || ').' as melding
from vergeleken v
where v.som > v.geheel + v.marge
    -- people whose address is unknown count in the gemeente only: one in fifty is allowed
    or (v.gemeten = v.aantal and v.som < v.geheel * 0.98 - v.marge);
