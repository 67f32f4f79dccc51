-- A row is a raw cell (ruw_cel) or a region as delivered (ruw_regio) of one copy.
create temp table ruw_cel (
    snapshot integer,
    regio varchar,
    dimensies varchar,
    veld varchar,
    tekst varchar
);

create temp table ruw_regio (
    snapshot integer,
    regio varchar,
    naam varchar
);
