-- A row is one fact about how this database came about.
create table core.bouw (
    sleutel varchar primary key,
    waarde varchar
);
