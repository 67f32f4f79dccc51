-- A row is one fact about how this database came about.
insert into core.bouw values (?, ?);
