-- A row is an indicator whose column could not be found in the newest copy of tables that we have, and why.
with voorop as (
    select
        tabel,
        arg_min(editie_waarden, rang) as editie_waarden
    from nieuw.core.bron
    group by tabel
),
voorheen as (
    select
        tabel,
        arg_min(editie_waarden, rang) as editie_waarden
    from oud.core.bron
    group by tabel
),
nu as (
    select
        v.indicator,
        v.reden,
        v.reden_soort,
        list(distinct v.tabel order by v.tabel) as tabellen
    from nieuw.core.veld v
    join voorop using (tabel, editie_waarden)
    where v.reden_soort in ('niet_in_editie', 'andere_eenheid', 'meerduidig', 'geen_periode')
        -- another of its sources, or another copy of the same edition, may have it
        and (v.indicator, v.tabel, v.editie_waarden) not in (
            select (indicator, tabel, editie_waarden)
            from nieuw.core.veld
            where veld is not null
        )
    group by
        v.indicator,
        v.reden,
        v.reden_soort
)
select
    n.indicator,
    n.reden,
    n.reden_soort,
    n.tabellen,
    exists (
        from oud.core.veld o
        join voorheen using (tabel, editie_waarden)
        where o.indicator = n.indicator
            and o.reden = n.reden
            and o.tabel in (select unnest(n.tabellen))
    ) as bekend
from nu n
order by
    bekend,
    n.indicator;
