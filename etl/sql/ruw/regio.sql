-- A row is a region of one copy, as the source named it.
insert into ruw_regio
select
    $snapshot::integer as snapshot,
    regio,
    naam
from read_parquet($pad::varchar);
