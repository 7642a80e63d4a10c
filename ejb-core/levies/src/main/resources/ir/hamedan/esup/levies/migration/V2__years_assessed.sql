-- From which year on the renewal levy is asked for. Earlier years need no data. What was assessed before this version was
-- a demonstration that began with its first year.
alter table levies.term drop constraint term_name_known;
alter table levies.term add constraint term_name_known
    check (name in ('rate', 'penalty', 'accrual', 'reward', 'bill-days', 'limitation-years', 'start-year'));
insert into levies.term (levy, name, valid_from, value, basis)
select 'RENEWAL', 'start-year', '1968-11-28', coalesce((select min(a.year) from levies.assessment a), 1347),
    'مادهٔ ۲ قانون نوسازی و عمران شهری (۱۳۴۷)؛ شورای شهر سال دیگری می‌گذارد: نمونه';

-- Whether a year was assessed for an object, or its claims of that year loaded from elsewhere. A year without a row is no
-- data, which is never the same as nothing owed.
create table levies.assessed (
    code text not null,
    year smallint not null,
    assessed_at timestamptz not null,
    constraint assessed_pk primary key (code, year)
);
revoke update, delete, truncate on levies.assessed from esup_app;

-- The runs so far, for the objects that stood then.
insert into levies.assessed (code, year, assessed_at)
select b.code, a.year, min(a.run_at)
from levies.assessment a
join ledger.fiscal_year y on y.year = a.year
cross join lateral parcels.api_levy_base(y.first_day, a.run_at::date) b
where b.region = a.region and not exists (select from levies.unpriced u where u.year = a.year and u.code = b.code)
group by b.code, a.year;
