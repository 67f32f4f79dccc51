-- No rows: how a region code is written; every NLxx is the country. Since 2022 Amsterdam's have letters (WK0363AA).
create temp macro schone_regio(code) as
    case when regexp_full_match(code, 'NL\d\d') then 'NL00' else code end;

create temp macro is_regiocode(code) as
    regexp_full_match(code, 'NL\d\d|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}');
