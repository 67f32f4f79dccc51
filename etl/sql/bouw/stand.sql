-- A row is a copy of a table: source, table, edition, date fetched, origin, and how many of its figures are used.
select
    b.bron,
    b.tabel,
    b.editie_waarden,
    b.opgehaald,
    b.herkomst,
    (
        select count(*)
        from core.waarneming w
        where w.status = 'gemeten'
            and w.bron::varchar = b.bron
            and w.tabel::varchar = b.tabel
            and w.editie::varchar = b.editie_waarden
    ) as cijfers
from core.bron b
order by
    b.bron,
    b.tabel,
    b.rang;
