-- A row is a name of a region in a division, the best source of names first (rang).
create temp table regionaam as
select
    schone_regio(r.regio) as regio,
    s.indeling,
    -- until 2020 CBS wrote 'Wijk 10 Binnenstad'
    regexp_replace(trim(r.naam), '^Wijk \d\d ', '') as naam,
    s.rang
from ruw_regio r
join snapshot s using (snapshot)
where is_regiocode(r.regio);
