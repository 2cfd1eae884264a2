-- What the workbook of a submission says, 第十三条. A submission may be an application's or another procedure's, so
-- submission_id refers to no table here; each replacing upload rewrites the rows of its submission as a whole.
create sequence submission_id_seq;

create table workbook_file (
    submission_id    bigint primary key,
    application_year integer not null,
    file_name        varchar(200) not null,
    content          bytea not null,
    sha256           char(64) not null,
    uploaded_by      varchar(64) not null,
    uploaded_at      timestamptz not null
);

create table workbook_basics (
    submission_id             bigint primary key references workbook_file on delete cascade,
    cluster_name              varchar(60) not null,
    leading_industry          varchar(60) not null,
    counties                  varchar(100) not null,
    area_square_km            numeric check (area_square_km >= 0),
    boundaries                varchar(500) not null,
    operator                  varchar(100),
    operator_code             char(18),
    innovation_platform_count integer check (innovation_platform_count >= 0),
    innovation_platforms      text[] not null,
    standard_count            integer check (standard_count >= 0),
    policy_coverage_rate      numeric check (policy_coverage_rate between 0 and 1),
    contact_name              varchar(30) not null,
    contact_phone             varchar(30) not null,
    introduction              varchar(2000)
);

-- money in 亿元, emissions in 万吨, intensity in 吨/万元, rates as ratios; null = not supplied
create table workbook_year (
    submission_id             bigint not null references workbook_file on delete cascade,
    year                      integer not null,
    total_output              numeric check (total_output >= 0),
    sme_output                numeric check (sme_output >= 0),
    leading_industry_output   numeric check (leading_industry_output >= 0),
    sme_rd_expense            numeric check (sme_rd_expense >= 0),
    sme_invention_patents     bigint check (sme_invention_patents >= 0),
    employees                 bigint check (employees >= 0),
    enterprises               bigint check (enterprises >= 0),
    enterprises_on_platform   bigint check (enterprises_on_platform >= 0),
    industrial_software_usage numeric check (industrial_software_usage between 0 and 1),
    co2_emissions             numeric check (co2_emissions >= 0),
    emission_intensity        numeric check (emission_intensity >= 0),
    exports                   numeric check (exports >= 0),
    sme_employees             bigint check (sme_employees >= 0),
    smes                      bigint check (smes >= 0),
    primary key (submission_id, year)
);

create table workbook_enterprise (
    submission_id    bigint not null references workbook_file on delete cascade,
    position         integer not null,
    credit_code      char(18) not null,
    name             varchar(100) not null,
    size             varchar(10) not null,
    leading_industry boolean not null,
    primary key (submission_id, credit_code)
);

create index workbook_enterprise_by_code on workbook_enterprise (credit_code);

create table workbook_enterprise_title (
    submission_id bigint not null,
    credit_code   char(18) not null,
    title         varchar(30) not null,
    valid_from    date,
    valid_until   date,
    primary key (submission_id, credit_code, title),
    foreign key (submission_id, credit_code) references workbook_enterprise on delete cascade
);

create table workbook_standard (
    submission_id bigint not null references workbook_file on delete cascade,
    position      integer not null,
    number        varchar(60) not null,
    name          varchar(200) not null,
    level         varchar(20) not null,
    work          varchar(20) not null,
    enterprise    char(18) not null,
    drafter_rank  integer not null check (drafter_rank >= 1),
    issued_on     date not null,
    primary key (submission_id, position)
);

create table workbook_patent (
    submission_id bigint not null references workbook_file on delete cascade,
    position      integer not null,
    name          varchar(200) not null,
    kind          varchar(30) not null,
    number        varchar(60) not null,
    owner         char(18) not null,
    granted_on    date not null,
    valid_until   date,
    primary key (submission_id, position)
);

create index workbook_patent_by_number on workbook_patent (number, kind);

create table workbook_overseas_branch (
    submission_id bigint not null references workbook_file on delete cascade,
    position      integer not null,
    name          varchar(200) not null,
    country       varchar(60) not null,
    founder       varchar(100) not null,
    founded_on    date not null,
    business      varchar(200) not null,
    licence       varchar(100),
    primary key (submission_id, position)
);

create table workbook_service_platform (
    submission_id   bigint not null references workbook_file on delete cascade,
    position        integer not null,
    name            varchar(200) not null,
    level           varchar(20) not null,
    operator        varchar(100) not null,
    recognised_by   varchar(100) not null,
    document_number varchar(100) not null,
    recognised_on   date not null,
    primary key (submission_id, position)
);

create table workbook_service_item (
    submission_id      bigint not null references workbook_file on delete cascade,
    position           integer not null,
    name               varchar(200) not null,
    kind               varchar(20) not null,
    provider           varchar(100) not null,
    enterprises_served integer not null check (enterprises_served >= 1),
    given_on           date not null,
    contract_number    varchar(100),
    primary key (submission_id, position)
);

create table workbook_certificate (
    submission_id   bigint not null references workbook_file on delete cascade,
    position        integer not null,
    subject         varchar(200) not null,
    condition       varchar(20) not null,
    issuer          varchar(100) not null,
    document_number varchar(100),
    issued_on       date not null,
    primary key (submission_id, position)
);

-- The latest upload of a workbook for a submission, from its arrival to its end. The file stays until the next upload, so
-- that it can be given back with its findings.
create table upload_job (
    id               bigint generated always as identity primary key,
    submission_id    bigint        not null unique,
    case_number      varchar(30)   not null,
    application_year integer       not null,
    -- the date that titles must be valid on
    as_of            date          not null,
    file_name        varchar(200)  not null,
    content          bytea         not null,
    uploaded_by      varchar(64)   not null,
    uploaded_at      timestamptz   not null,
    state            varchar(20)   not null
        check (state in ('WAITING', 'CHECKING', 'FAULTY', 'PENDING', 'STORED', 'REFUSED', 'INTERRUPTED', 'DISCARDED', 'EXPIRED')),
    -- how often a checking was begun; also tells a checking from the one that took it over
    attempts         integer       not null default 0,
    -- by the database's clock: who checks says until when nobody else needs to
    lease_until      timestamptz,
    sheet            varchar(60)   not null default '',
    rows_read        bigint        not null default 0,
    rows_total       bigint        not null default 0,
    percent          integer       not null default 0,
    -- where the checked data wait for the confirmation
    staged_id        bigint,
    reason           varchar(2000),
    findings         jsonb         not null default '[]',
    comparison       jsonb,
    expires_at       timestamptz,
    finished_at      timestamptz
);

-- a workbook is packed already; unpacked by nobody, it can be read in parts
alter table upload_job alter column content set storage external;

create index upload_job_open on upload_job (id) where state in ('WAITING', 'CHECKING', 'PENDING');

-- Figures of a version that moved beyond the limits of the table plausibilityLimits when it was checked, and why.
-- submission_id refers to no table, as in the workbook's tables.
create table plausibility_warning (
    submission_id    bigint      not null,
    position         integer     not null,
    figure           varchar(60) not null,
    year             integer     not null,
    figure_value     numeric     not null,
    compared_year    integer     not null,
    compared_value   numeric     not null,
    -- the earlier submission compared with; null: the workbook's own year before
    compared_submission bigint,
    compared_case    varchar(30),
    compared_on      date,
    upward           boolean     not null,
    factor           numeric     not null check (factor >= 1),
    decision_version integer     not null,
    explanation      varchar(500),
    primary key (submission_id, position)
);
