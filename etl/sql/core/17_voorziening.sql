-- A row is a facility with a place (OpenStreetMap); nothing fills it yet.
create table core.voorziening (
    id varchar,
    soort varchar,
    naam varchar,
    regio varchar,
    indeling smallint,
    geometrie blob,
    bron varchar,
    opgehaald varchar
);
