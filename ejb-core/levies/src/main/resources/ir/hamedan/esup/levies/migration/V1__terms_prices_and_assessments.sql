-- The dated terms of the levies. A term is never changed, only followed: the latest row that is valid on the day counts.
-- The levy '*' stands for every levy without a term of its own.
create table levies.term (
    id bigint generated always as identity constraint term_pk primary key,
    levy text not null constraint term_levy_known
        check (levy in ('*', 'RENEWAL', 'WASTE', 'TRADE', 'PERMIT', 'BETTERMENT', 'ARTICLE_100_FINE', 'SERVICE', 'INSTALMENT')),
    name text not null constraint term_name_known
        check (name in ('rate', 'penalty', 'accrual', 'reward', 'bill-days', 'limitation-years')),
    valid_from date not null,
    value text not null,
    basis text not null,
    set_at timestamptz not null default now(),
    constraint term_penalty_form
        check (name <> 'penalty' or value ~ '^(NONE|ANNUAL_[0-9]+(\.[0-9]+)?|MONTHLY_[0-9]+(\.[0-9]+)?_MAX_[0-9]+)$'),
    constraint term_accrual_form check (name <> 'accrual' or value in ('FULL_MONTH', 'STARTED_MONTH', 'DAY')),
    constraint term_number_form
        check (name in ('penalty', 'accrual') or value ~ '^[0-9]{1,6}(\.[0-9]{1,4})?$'),
    -- Ruling 227 of the Administrative Court: no charge for delay may be added to a fine under Article 100.
    constraint term_no_delay_charge_on_fines check (not (levy = 'ARTICLE_100_FINE' and name = 'penalty' and value <> 'NONE'))
);
create index term_latest on levies.term (levy, name, valid_from desc, id desc);
revoke update, delete, truncate on levies.term from esup_app;

insert into levies.term (levy, name, valid_from, value, basis) values
    ('RENEWAL', 'rate', '1968-11-28', '0.5', 'مادهٔ ۲ قانون نوسازی و عمران شهری (۱۳۴۷)'),
    ('RENEWAL', 'rate', '2003-03-21', '1', 'قانون تجمیع عوارض (۱۳۸۲)'),
    ('RENEWAL', 'rate', '2011-03-21', '1.5', 'قوانین بودجهٔ سالانه؛ تاریخ آغاز: نمونه'),
    ('RENEWAL', 'rate', '2022-06-22', '2.5', 'مادهٔ ۳ قانون درآمد پایدار و هزینهٔ شهرداری‌ها (از ۱۴۰۱/۰۴/۰۱)'),
    ('RENEWAL', 'penalty', '1968-11-28', 'ANNUAL_9', 'مادهٔ ۱۴ قانون نوسازی و عمران شهری؛ گزینش میان این ماده و قانون ۱۴۰۱: نمونه'),
    ('TRADE', 'penalty', '1968-11-28', 'ANNUAL_9', 'دفترچهٔ عوارض محلی؛ نمونه'),
    ('PERMIT', 'penalty', '1968-11-28', 'NONE', 'دفترچهٔ عوارض محلی؛ نمونه'),
    ('PERMIT', 'penalty', '2022-06-22', 'MONTHLY_2_MAX_24', 'مادهٔ ۱۰ قانون درآمد پایدار و هزینهٔ شهرداری‌ها؛ نمونه'),
    ('BETTERMENT', 'penalty', '1968-11-28', 'NONE', 'دفترچهٔ عوارض محلی؛ نمونه'),
    ('BETTERMENT', 'penalty', '2022-06-22', 'MONTHLY_2_MAX_24', 'مادهٔ ۱۰ قانون درآمد پایدار و هزینهٔ شهرداری‌ها؛ نمونه'),
    ('ARTICLE_100_FINE', 'penalty', '1968-11-28', 'NONE', 'رأی ۲۲۷ هیئت عمومی دیوان عدالت اداری'),
    ('*', 'penalty', '1968-11-28', 'NONE', 'تعیین نشده است؛ نمونه'),
    ('*', 'accrual', '1968-11-28', 'FULL_MONTH', 'ماه کامل شمسی پس از پایان مهلت؛ نمونه'),
    ('RENEWAL', 'reward', '1968-11-28', '10', 'تبصرهٔ ۱ مادهٔ ۱۰ قانون نوسازی و عمران شهری'),
    ('*', 'reward', '1968-11-28', '0', 'تعیین نشده است؛ نمونه'),
    ('*', 'bill-days', '1968-11-28', '10', 'مهلت پرداخت قبض به روز؛ نمونه'),
    ('*', 'limitation-years', '1968-11-28', '0', 'مرور زمان اعمال نمی‌شود؛ نمونه');

-- Transaction values (Article 64 of the Direct Taxes Act) by year, region and use, in rial a square metre. The sections of
-- the real tables are finer; these values are a demonstration. A value of nothing is an exemption, a missing row is no data.
create table levies.price (
    year smallint not null,
    region smallint not null,
    land_use text not null,
    land bigint not null constraint price_land_not_negative check (land >= 0),
    building bigint not null constraint price_building_not_negative check (building >= 0),
    basis text not null,
    constraint price_pk primary key (year, region, land_use)
);
revoke update, delete, truncate on levies.price from esup_app;
insert into levies.price (year, region, land_use, land, building, basis)
select y.year, r.region, u.land_use,
    4800000::bigint * y.percent / 100 * r.percent / 100 * u.land / 100,
    3200000::bigint * y.percent / 100 * r.percent / 100 * u.building / 100, 'نمونه'
from (values (1400, 40), (1401, 50), (1402, 60), (1403, 80), (1404, 100), (1405, 120)) as y (year, percent)
cross join (values (1, 100), (2, 85), (3, 70), (4, 60)) as r (region, percent)
cross join (values ('DWELLING', 100, 100), ('COMMERCIAL', 300, 180), ('OFFICE', 180, 140), ('INDUSTRIAL', 110, 90),
    ('EDUCATION_HEALTH', 80, 100), ('GARDEN', 40, 100), ('PARK', 0, 0), ('VACANT', 100, 100), ('MIXED', 200, 140))
    as u (land_use, land, building);

-- Objects whose levy of a year could not be assessed for want of a price: what they owe is not known.
create table levies.unpriced (
    year smallint not null,
    code text not null,
    sort_key text collate "C" not null,
    constraint unpriced_pk primary key (year, code)
);
create index unpriced_sort_key on levies.unpriced (sort_key);

-- Every run of the assessment.
create table levies.assessment (
    id bigint generated always as identity constraint assessment_pk primary key,
    year smallint not null,
    region smallint not null,
    run_at timestamptz not null default now(),
    objects bigint not null,
    posted bigint not null,
    already bigint not null,
    without_price bigint not null,
    total bigint not null
);
revoke update, delete, truncate on levies.assessment from esup_app;
