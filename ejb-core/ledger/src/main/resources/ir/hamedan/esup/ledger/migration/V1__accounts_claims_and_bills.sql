-- The fiscal year is the Persian year. Its first days, as ICU4J reckons them; a test holds the table against it.
create table ledger.fiscal_year (
    year smallint constraint fiscal_year_pk primary key,
    first_day date not null constraint fiscal_year_begins_once unique
);
insert into ledger.fiscal_year (year, first_day) values
(1340, '1961-03-21'), (1341, '1962-03-21'), (1342, '1963-03-21'), (1343, '1964-03-21'), (1344, '1965-03-21'),
(1345, '1966-03-21'), (1346, '1967-03-21'), (1347, '1968-03-21'), (1348, '1969-03-21'), (1349, '1970-03-21'),
(1350, '1971-03-21'), (1351, '1972-03-21'), (1352, '1973-03-21'), (1353, '1974-03-21'), (1354, '1975-03-21'),
(1355, '1976-03-21'), (1356, '1977-03-21'), (1357, '1978-03-21'), (1358, '1979-03-21'), (1359, '1980-03-21'),
(1360, '1981-03-21'), (1361, '1982-03-21'), (1362, '1983-03-21'), (1363, '1984-03-21'), (1364, '1985-03-21'),
(1365, '1986-03-21'), (1366, '1987-03-21'), (1367, '1988-03-21'), (1368, '1989-03-21'), (1369, '1990-03-21'),
(1370, '1991-03-21'), (1371, '1992-03-21'), (1372, '1993-03-21'), (1373, '1994-03-21'), (1374, '1995-03-21'),
(1375, '1996-03-20'), (1376, '1997-03-21'), (1377, '1998-03-21'), (1378, '1999-03-21'), (1379, '2000-03-20'),
(1380, '2001-03-21'), (1381, '2002-03-21'), (1382, '2003-03-21'), (1383, '2004-03-20'), (1384, '2005-03-21'),
(1385, '2006-03-21'), (1386, '2007-03-21'), (1387, '2008-03-20'), (1388, '2009-03-21'), (1389, '2010-03-21'),
(1390, '2011-03-21'), (1391, '2012-03-20'), (1392, '2013-03-21'), (1393, '2014-03-21'), (1394, '2015-03-21'),
(1395, '2016-03-20'), (1396, '2017-03-21'), (1397, '2018-03-21'), (1398, '2019-03-21'), (1399, '2020-03-20'),
(1400, '2021-03-21'), (1401, '2022-03-21'), (1402, '2023-03-21'), (1403, '2024-03-20'), (1404, '2025-03-21'),
(1405, '2026-03-21'), (1406, '2027-03-21'), (1407, '2028-03-20'), (1408, '2029-03-20'), (1409, '2030-03-21'),
(1410, '2031-03-21'), (1411, '2032-03-20'), (1412, '2033-03-20'), (1413, '2034-03-21'), (1414, '2035-03-21'),
(1415, '2036-03-20'), (1416, '2037-03-20'), (1417, '2038-03-21'), (1418, '2039-03-21'), (1419, '2040-03-20'),
(1420, '2041-03-20'), (1421, '2042-03-21'), (1422, '2043-03-21'), (1423, '2044-03-20'), (1424, '2045-03-20'),
(1425, '2046-03-21'), (1426, '2047-03-21'), (1427, '2048-03-20'), (1428, '2049-03-20'), (1429, '2050-03-21'),
(1430, '2051-03-21'), (1431, '2052-03-20'), (1432, '2053-03-20'), (1433, '2054-03-21'), (1434, '2055-03-21'),
(1435, '2056-03-20'), (1436, '2057-03-20'), (1437, '2058-03-21'), (1438, '2059-03-21'), (1439, '2060-03-20'),
(1440, '2061-03-20'), (1441, '2062-03-20'), (1442, '2063-03-21'), (1443, '2064-03-20'), (1444, '2065-03-20'),
(1445, '2066-03-20'), (1446, '2067-03-21'), (1447, '2068-03-20'), (1448, '2069-03-20'), (1449, '2070-03-20'),
(1450, '2071-03-21'), (1451, '2072-03-20'), (1452, '2073-03-20'), (1453, '2074-03-20'), (1454, '2075-03-21'),
(1455, '2076-03-20'), (1456, '2077-03-20'), (1457, '2078-03-20'), (1458, '2079-03-21'), (1459, '2080-03-20'),
(1460, '2081-03-20'), (1461, '2082-03-20'), (1462, '2083-03-21'), (1463, '2084-03-20'), (1464, '2085-03-20'),
(1465, '2086-03-20'), (1466, '2087-03-21'), (1467, '2088-03-20'), (1468, '2089-03-20'), (1469, '2090-03-20'),
(1470, '2091-03-21'), (1471, '2092-03-20'), (1472, '2093-03-20'), (1473, '2094-03-20'), (1474, '2095-03-20'),
(1475, '2096-03-20'), (1476, '2097-03-20'), (1477, '2098-03-20'), (1478, '2099-03-20'), (1479, '2100-03-21'),
(1480, '2101-03-21'), (1481, '2102-03-21'), (1482, '2103-03-21'), (1483, '2104-03-21'), (1484, '2105-03-21'),
(1485, '2106-03-21'), (1486, '2107-03-21'), (1487, '2108-03-21'), (1488, '2109-03-21'), (1489, '2110-03-21'),
(1490, '2111-03-21'), (1491, '2112-03-21'), (1492, '2113-03-21'), (1493, '2114-03-21'), (1494, '2115-03-21'),
(1495, '2116-03-21'), (1496, '2117-03-21'), (1497, '2118-03-21'), (1498, '2119-03-21'), (1499, '2120-03-21');

revoke insert, update, delete, truncate on ledger.fiscal_year from esup_app;

create function ledger.year_of(asked date) returns smallint language sql stable strict as
    'select max(y.year) from ledger.fiscal_year y where y.first_day <= asked';

-- The text order of this key is the order of renewal codes, and what stands on an object begins with its key.
create function ledger.sort_key(code text) returns text language sql immutable strict parallel safe as $$
    select string_agg(lpad(case part when 'd' then '0' else part end, 6, '0'), '' order by place)
    from unnest(string_to_array(code, '-')) with ordinality as p (part, place)
$$;

-- The chart of accounts. Receivables and credits on account are told apart per land object by the file of a transfer,
-- so that a hundred thousand objects need no account each and no row carries a running balance.
create table ledger.account (
    id smallint constraint account_pk primary key,
    code text not null constraint account_code_once unique,
    kind text not null constraint account_kind_known
        check (kind in ('RECEIVABLE', 'INCOME', 'PENALTY', 'REWARD', 'PROVIDER', 'BANK', 'ON_ACCOUNT')),
    levy text constraint account_levy_known
        check (levy in ('RENEWAL', 'WASTE', 'TRADE', 'PERMIT', 'BETTERMENT', 'ARTICLE_100_FINE', 'SERVICE', 'INSTALMENT')),
    constraint account_levy_where_it_matters check ((kind in ('RECEIVABLE', 'INCOME')) = (levy is not null))
);
insert into ledger.account (id, code, kind, levy)
select 100 + place, 'RECEIVABLE.' || levy, 'RECEIVABLE', levy
from unnest(array['RENEWAL', 'WASTE', 'TRADE', 'PERMIT', 'BETTERMENT', 'ARTICLE_100_FINE', 'SERVICE', 'INSTALMENT'])
    with ordinality as l (levy, place)
union all
select 200 + place, 'INCOME.' || levy, 'INCOME', levy
from unnest(array['RENEWAL', 'WASTE', 'TRADE', 'PERMIT', 'BETTERMENT', 'ARTICLE_100_FINE', 'SERVICE', 'INSTALMENT'])
    with ordinality as l (levy, place)
union all
values (301, 'PENALTY', 'PENALTY', null), (302, 'REWARD', 'REWARD', null), (401, 'PROVIDER', 'PROVIDER', null),
    (402, 'BANK', 'BANK', null), (501, 'ON_ACCOUNT', 'ON_ACCOUNT', null);
revoke insert, update, delete, truncate on ledger.account from esup_app;

-- The header row of a land object in the ledger, and the row that is locked, in the order of the numbers, before its
-- claims change. The number is the file number of its bill ids: at most eight digits, given once.
create table ledger.file (
    number integer generated always as identity (start with 10000001 maxvalue 99999999)
        constraint file_pk primary key,
    code text not null constraint file_code_once unique,
    sort_key text collate "C" not null generated always as (ledger.sort_key(code)) stored,
    bills integer not null default 0 constraint file_bills_counted check (bills >= 0),
    constraint file_code_has_seven_parts check (code ~ '^(d|[0-9]+)(-[0-9]+){6}$')
);
create index file_sort_key on ledger.file (sort_key);
revoke update, delete, truncate on ledger.file from esup_app;
grant update (bills) on ledger.file to esup_app;

create sequence ledger.posting_number;

-- A posting groups the transfers of one business fact.
create table ledger.posting (
    id bigint constraint posting_pk primary key default nextval('ledger.posting_number'),
    kind text not null constraint posting_kind_known
        check (kind in ('DEMAND', 'CORRECTION', 'PAYMENT', 'ON_ACCOUNT')),
    reference text not null,
    day date not null,
    fiscal_year smallint not null,
    posted_at timestamptz not null
);
revoke update, delete, truncate on ledger.posting from esup_app;

-- The key stands alone, so that postings and transfers can be partitioned by fiscal year without losing it.
create table ledger.posting_key (
    key text constraint posting_key_once primary key,
    posting bigint not null constraint posting_key_of_one_posting unique,
    constraint posting_key_length check (length(key) between 1 and 200)
);
revoke update, delete, truncate on ledger.posting_key from esup_app;

-- A transfer moves a positive amount from the debit to the credit account: it balances by construction.
create table ledger.transfer (
    posting bigint not null constraint transfer_of_posting references ledger.posting,
    place smallint not null,
    fiscal_year smallint not null,
    day date not null,
    file integer not null constraint transfer_of_file references ledger.file,
    debit smallint not null constraint transfer_debit references ledger.account,
    credit smallint not null constraint transfer_credit references ledger.account,
    amount bigint not null constraint transfer_amount_positive check (amount > 0),
    constraint transfer_pk primary key (posting, place, fiscal_year),
    constraint transfer_between_two check (debit <> credit)
);
create index transfer_file on ledger.transfer (file, posting);
create index transfer_day on ledger.transfer (day);
revoke update, delete, truncate on ledger.transfer from esup_app;

-- One claim. Its id is that of the posting that made it. What it was stays; how much of it is settled, and the principal
-- after corrections, are the only columns the application may change, and never beyond each other: this constraint is
-- why an item cannot be paid twice.
create table ledger.demand (
    id bigint constraint demand_pk primary key constraint demand_of_posting references ledger.posting,
    file integer not null constraint demand_of_file references ledger.file,
    levy text not null constraint demand_levy_known
        check (levy in ('RENEWAL', 'WASTE', 'TRADE', 'PERMIT', 'BETTERMENT', 'ARTICLE_100_FINE', 'SERVICE', 'INSTALMENT')),
    year smallint not null,
    posted_principal bigint not null constraint demand_positive check (posted_principal > 0),
    principal bigint not null,
    settled bigint not null default 0,
    accrued_on date not null,
    due_on date not null,
    posted_at timestamptz not null,
    basis text not null,
    constraint demand_settled_at_most_once check (settled >= 0 and settled <= principal),
    constraint demand_due_after_accrual check (due_on >= accrued_on)
);
create index demand_open on ledger.demand (file) where settled < principal;
create index demand_file on ledger.demand (file, due_on, id);
revoke update, delete, truncate on ledger.demand from esup_app;
grant update (principal, settled) on ledger.demand to esup_app;

-- As of when the claims of a levy were loaded. A levy without a row is no data, which is never the same as no debt.
create table ledger.loaded (
    levy text constraint loaded_pk primary key,
    as_of timestamptz not null
);

-- A bill freezes claims at their amounts until its deadline.
create table ledger.bill (
    number bigint generated always as identity constraint bill_pk primary key,
    file integer not null constraint bill_of_file references ledger.file,
    bill_id text not null,
    payment_id text not null,
    reference text not null,
    amount bigint not null,
    pay_by date not null,
    issued_at timestamptz not null,
    state text not null default 'OPEN' constraint bill_state_known check (state in ('OPEN', 'PAID', 'REPLACED')),
    paid_at timestamptz,
    constraint bill_ids_never_recur unique (bill_id, payment_id),
    constraint bill_amount_fits_the_payment_id check (amount > 0 and amount % 1000 = 0 and amount <= 99999999000),
    constraint bill_paid_has_its_time check ((state = 'PAID') = (paid_at is not null))
);
create index bill_file on ledger.bill (file, number);
create index bill_reference on ledger.bill (reference);
revoke update, delete, truncate on ledger.bill from esup_app;
grant update (state, paid_at) on ledger.bill to esup_app;

create table ledger.bill_line (
    bill bigint not null constraint bill_line_of_bill references ledger.bill,
    place smallint not null,
    demand bigint not null constraint bill_line_of_demand references ledger.demand,
    levy text not null,
    year smallint not null,
    principal bigint not null constraint bill_line_principal_positive check (principal > 0),
    penalty bigint not null constraint bill_line_penalty_not_negative check (penalty >= 0),
    reward bigint not null constraint bill_line_reward_within_principal check (reward >= 0 and reward <= principal),
    rule text not null,
    constraint bill_line_pk primary key (bill, place)
);
create index bill_line_demand on ledger.bill_line (demand);
revoke update, delete, truncate on ledger.bill_line from esup_app;

-- The file of a land object, made when it has none yet.
create function ledger.file_of(asked text) returns integer language plpgsql as $$
declare
    found_number integer;
begin
    select f.number into found_number from ledger.file f where f.code = asked;
    if found_number is null then
        insert into ledger.file (code) values (asked) on conflict on constraint file_code_once do nothing;
        select f.number into found_number from ledger.file f where f.code = asked;
    end if;
    return found_number;
end
$$;

-- A whole posting in one round trip: its transfers as arrays of account codes, files and amounts. Returns its id, or
-- null when the key was posted before; then nothing changed.
create function ledger.post(
    p_key text, p_kind text, p_reference text, p_day date, p_at timestamptz,
    p_debit text[], p_credit text[], p_file bigint[], p_amount bigint[]) returns bigint language plpgsql as $$
declare
    made bigint := nextval('ledger.posting_number');
begin
    insert into ledger.posting_key (key, posting) values (p_key, made) on conflict on constraint posting_key_once do nothing;
    if not found then
        return null;
    end if;
    insert into ledger.posting (id, kind, reference, day, fiscal_year, posted_at)
    values (made, p_kind, p_reference, p_day, ledger.year_of(p_day), p_at);
    insert into ledger.transfer (posting, place, fiscal_year, day, file, debit, credit, amount)
    select made, t.place, ledger.year_of(p_day), p_day, t.file, d.id, c.id, t.amount
    from unnest(p_debit, p_credit, p_file, p_amount) with ordinality as t (debit, credit, file, amount, place)
    left join ledger.account d on d.code = t.debit
    left join ledger.account c on c.code = t.credit;
    return made;
end
$$;

-- A claim with its posting. Returns the id of the claim of this key, be it new or known, and whether it is new.
create function ledger.post_demand(
    p_key text, p_code text, p_levy text, p_year integer, p_principal bigint, p_accrued date, p_due date, p_basis text,
    p_at timestamptz, out demand bigint, out is_new boolean) language plpgsql as $$
declare
    of_file integer := ledger.file_of(p_code);
begin
    demand := ledger.post(p_key, 'DEMAND', p_code, p_accrued, p_at, array['RECEIVABLE.' || p_levy],
        array['INCOME.' || p_levy], array[of_file::bigint], array[p_principal]);
    is_new := demand is not null;
    if is_new then
        insert into ledger.demand
            (id, file, levy, year, posted_principal, principal, accrued_on, due_on, posted_at, basis)
        values (demand, of_file, p_levy, p_year, p_principal, p_principal, p_accrued, p_due, p_at, p_basis);
    else
        select k.posting into demand from ledger.posting_key k where k.key = p_key;
    end if;
end
$$;

-- Locks the files of the claims, in the order of their numbers, and says whether the claims still stand as the lines
-- have them, which open bills the reference has, and the periods the next bills of these amounts may bear: a pair of
-- bill id and payment id never recurs for a file.
create function ledger.prepare_bills(
    p_code text, p_reference text, p_today date, p_demands bigint[], p_principals bigint[], p_thousands bigint[],
    p_year_digit integer, out file integer, out stand boolean, out open_bills text[], out periods text[])
    language plpgsql as $$
declare
    thousand bigint;
    counter integer;
    tries integer;
    taken text[];
begin
    file := ledger.file_of(p_code);
    perform 1 from ledger.file f
    where f.number = file or f.number in (select d.file from ledger.demand d where d.id = any (p_demands))
    order by f.number for no key update;
    stand := not exists (
        select 1
        from (select l.demand, sum(l.principal) as principal
            from unnest(p_demands, p_principals) as l (demand, principal) group by l.demand) as line
        left join ledger.demand d on d.id = line.demand
        where d.id is null or d.principal - d.settled <> line.principal);
    select coalesce(array_agg(b.number::text order by b.number), '{}') into open_bills from ledger.bill b
    where b.reference = p_reference and b.state = 'OPEN' and b.pay_by >= p_today and b.file = prepare_bills.file;
    -- The period is the file's counter of bills modulo 100; one that would repeat an earlier pair is passed over.
    select f.bills into counter from ledger.file f where f.number = file;
    select coalesce(array_agg(b.payment_id), '{}') into taken from ledger.bill b where b.file = prepare_bills.file;
    periods := '{}';
    foreach thousand in array p_thousands loop
        tries := 0;
        while exists (select 1 from unnest(taken) as t (id)
                where t.id like thousand::text || p_year_digit::text || lpad((counter % 100)::text, 2, '0') || '__') loop
            counter := counter + 1;
            tries := tries + 1;
            if tries > 99 then
                periods := null;
                return;
            end if;
        end loop;
        periods := periods || (counter % 100)::text;
        counter := counter + 1;
    end loop;
end
$$;

-- Stores prepared bills with their lines; open bills for any of the same claims are replaced. Returns the numbers.
create function ledger.issue_bills(
    p_file integer, p_reference text, p_pay_by date, p_at timestamptz, p_bill_ids text[], p_payment_ids text[],
    p_amounts bigint[], p_bill bigint[], p_demand bigint[], p_levy text[], p_year bigint[], p_principal bigint[],
    p_penalty bigint[], p_reward bigint[], p_rule text[]) returns text[] language plpgsql as $$
declare
    numbers bigint[] := '{}';
    made bigint;
begin
    update ledger.bill b set state = 'REPLACED'
    where b.state = 'OPEN' and b.number in (select l.bill from ledger.bill_line l where l.demand = any (p_demand));
    update ledger.file f set bills = f.bills + cardinality(p_amounts) where f.number = p_file;
    for i in 1 .. cardinality(p_amounts) loop
        insert into ledger.bill (file, bill_id, payment_id, reference, amount, pay_by, issued_at)
        values (p_file, p_bill_ids[i], p_payment_ids[i], p_reference, p_amounts[i], p_pay_by, p_at)
        returning number into made;
        numbers := numbers || made;
    end loop;
    insert into ledger.bill_line (bill, place, demand, levy, year, principal, penalty, reward, rule)
    select numbers[l.bill], l.place, l.demand, l.levy, l.year, l.principal, l.penalty, l.reward, l.rule
    from unnest(p_bill, p_demand, p_levy, p_year, p_principal, p_penalty, p_reward, p_rule) with ordinality
        as l (bill, demand, levy, year, principal, penalty, reward, rule, place);
    return (select array_agg(n::text order by n) from unnest(numbers) as n);
end
$$;
