-- A row is a raw cell of one copy that some indicator asks for.
insert into ruw_cel
select
    $snapshot::integer as snapshot,
    regio,
    dimensies,
    veld,
    tekst
from read_parquet($pad::varchar)
where (veld, dimensies) in (
    select (veld, dimensies)
    from koppeling
    where snapshot = $snapshot::integer
);
