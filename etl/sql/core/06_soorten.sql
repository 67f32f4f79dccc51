-- No rows: the closed lists that the keys of the core tables are drawn from (a third of the size of texts).
create schema core;

create type core.indicator_id as enum (
    select indicator
    from indicator
    order by indicator
);

create type core.regiocode as enum (
    select distinct regio
    from regiolijst
    order by regio
);

create type core.periodecode as enum (
    select distinct periode
    from belofte
    order by periode
);

create type core.statusnaam as enum (
    select status
    from statusrang
    order by rang
);

create type core.bron_id as enum (
    select distinct bron
    from snapshot
    order by bron
);

create type core.tabel_id as enum (
    select distinct tabel
    from snapshot
    order by tabel
);

create type core.editiedatum as enum (
    select distinct editie
    from snapshot
    order by editie
);
