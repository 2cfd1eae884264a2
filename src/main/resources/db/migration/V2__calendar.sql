-- Working days: the State Council's yearly notice, adjusted days included, and the region's own holidays.
-- A row says how a day differs from Monday to Friday; an administrator edits the rows.
create table calendar_day (
    day        date primary key,
    kind       varchar(10)  not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name       varchar(100) not null,
    source     varchar(300) not null,
    entered_by varchar(255) not null,
    entered_at timestamptz  not null default now()
);

-- A year that the State Council has announced; days of any other year are provisional.
create table calendar_year (
    year   integer primary key check (year between 2000 and 2100),
    source varchar(300) not null
);

-- Periods that run in an engine timer or a user task and must follow a change of the calendar.
create table deadline (
    id                  bigint generated always as identity primary key,
    case_number         varchar(40)  not null,
    kind                varchar(40)  not null,
    process_instance_id varchar(64)  not null,
    activity_id         varchar(255) not null,
    -- of several tasks of one kind in an instance (two objections to one notice) each has its own; null: the deadline of
    -- a timer, or of all tasks of its activity
    task_id             varchar(64),
    variable_name       varchar(255),
    starts_on           date         not null,
    working_days        integer check (working_days > 0),
    due_at              timestamptz  not null,
    provisional         boolean      not null,
    closed_at           timestamptz
);

-- a job that runs twice opens its deadline once
create unique index deadline_open on deadline (process_instance_id, activity_id, coalesce(task_id, ''))
    where closed_at is null;

insert into calendar_year (year, source)
values (2023, '国办发明电〔2022〕16号'),
       (2024, '国办发明电〔2023〕7号'),
       (2025, '国办发明电〔2024〕12号'),
       (2026, '国办发明电〔2025〕7号');

-- 2023: 国办发明电〔2022〕16号
insert into calendar_day (day, kind, name, source, entered_by)
select v.day, v.kind, v.name, '国办发明电〔2022〕16号', '系统初始化'
from (values
    (date '2023-01-01', 'HOLIDAY', '元旦'),
    (date '2023-01-02', 'HOLIDAY', '元旦'),
    (date '2023-01-21', 'HOLIDAY', '春节'),
    (date '2023-01-22', 'HOLIDAY', '春节'),
    (date '2023-01-23', 'HOLIDAY', '春节'),
    (date '2023-01-24', 'HOLIDAY', '春节'),
    (date '2023-01-25', 'HOLIDAY', '春节'),
    (date '2023-01-26', 'HOLIDAY', '春节'),
    (date '2023-01-27', 'HOLIDAY', '春节'),
    (date '2023-01-28', 'WORKDAY', '春节调休上班'),
    (date '2023-01-29', 'WORKDAY', '春节调休上班'),
    (date '2023-04-05', 'HOLIDAY', '清明节'),
    (date '2023-04-23', 'WORKDAY', '劳动节调休上班'),
    (date '2023-04-29', 'HOLIDAY', '劳动节'),
    (date '2023-04-30', 'HOLIDAY', '劳动节'),
    (date '2023-05-01', 'HOLIDAY', '劳动节'),
    (date '2023-05-02', 'HOLIDAY', '劳动节'),
    (date '2023-05-03', 'HOLIDAY', '劳动节'),
    (date '2023-05-06', 'WORKDAY', '劳动节调休上班'),
    (date '2023-06-22', 'HOLIDAY', '端午节'),
    (date '2023-06-23', 'HOLIDAY', '端午节'),
    (date '2023-06-24', 'HOLIDAY', '端午节'),
    (date '2023-06-25', 'WORKDAY', '端午节调休上班'),
    (date '2023-09-29', 'HOLIDAY', '中秋节、国庆节'),
    (date '2023-09-30', 'HOLIDAY', '中秋节、国庆节'),
    (date '2023-10-01', 'HOLIDAY', '中秋节、国庆节'),
    (date '2023-10-02', 'HOLIDAY', '中秋节、国庆节'),
    (date '2023-10-03', 'HOLIDAY', '中秋节、国庆节'),
    (date '2023-10-04', 'HOLIDAY', '中秋节、国庆节'),
    (date '2023-10-05', 'HOLIDAY', '中秋节、国庆节'),
    (date '2023-10-06', 'HOLIDAY', '中秋节、国庆节'),
    (date '2023-10-07', 'WORKDAY', '中秋节、国庆节调休上班'),
    (date '2023-10-08', 'WORKDAY', '中秋节、国庆节调休上班')
) as v (day, kind, name);

-- 2024: 国办发明电〔2023〕7号
insert into calendar_day (day, kind, name, source, entered_by)
select v.day, v.kind, v.name, '国办发明电〔2023〕7号', '系统初始化'
from (values
    (date '2024-01-01', 'HOLIDAY', '元旦'),
    (date '2024-02-04', 'WORKDAY', '春节调休上班'),
    (date '2024-02-10', 'HOLIDAY', '春节'),
    (date '2024-02-11', 'HOLIDAY', '春节'),
    (date '2024-02-12', 'HOLIDAY', '春节'),
    (date '2024-02-13', 'HOLIDAY', '春节'),
    (date '2024-02-14', 'HOLIDAY', '春节'),
    (date '2024-02-15', 'HOLIDAY', '春节'),
    (date '2024-02-16', 'HOLIDAY', '春节'),
    (date '2024-02-17', 'HOLIDAY', '春节'),
    (date '2024-02-18', 'WORKDAY', '春节调休上班'),
    (date '2024-04-04', 'HOLIDAY', '清明节'),
    (date '2024-04-05', 'HOLIDAY', '清明节'),
    (date '2024-04-06', 'HOLIDAY', '清明节'),
    (date '2024-04-07', 'WORKDAY', '清明节调休上班'),
    (date '2024-04-28', 'WORKDAY', '劳动节调休上班'),
    (date '2024-05-01', 'HOLIDAY', '劳动节'),
    (date '2024-05-02', 'HOLIDAY', '劳动节'),
    (date '2024-05-03', 'HOLIDAY', '劳动节'),
    (date '2024-05-04', 'HOLIDAY', '劳动节'),
    (date '2024-05-05', 'HOLIDAY', '劳动节'),
    (date '2024-05-11', 'WORKDAY', '劳动节调休上班'),
    (date '2024-06-10', 'HOLIDAY', '端午节'),
    (date '2024-09-14', 'WORKDAY', '中秋节调休上班'),
    (date '2024-09-15', 'HOLIDAY', '中秋节'),
    (date '2024-09-16', 'HOLIDAY', '中秋节'),
    (date '2024-09-17', 'HOLIDAY', '中秋节'),
    (date '2024-09-29', 'WORKDAY', '国庆节调休上班'),
    (date '2024-10-01', 'HOLIDAY', '国庆节'),
    (date '2024-10-02', 'HOLIDAY', '国庆节'),
    (date '2024-10-03', 'HOLIDAY', '国庆节'),
    (date '2024-10-04', 'HOLIDAY', '国庆节'),
    (date '2024-10-05', 'HOLIDAY', '国庆节'),
    (date '2024-10-06', 'HOLIDAY', '国庆节'),
    (date '2024-10-07', 'HOLIDAY', '国庆节'),
    (date '2024-10-12', 'WORKDAY', '国庆节调休上班')
) as v (day, kind, name);

-- 2025: 国办发明电〔2024〕12号
insert into calendar_day (day, kind, name, source, entered_by)
select v.day, v.kind, v.name, '国办发明电〔2024〕12号', '系统初始化'
from (values
    (date '2025-01-01', 'HOLIDAY', '元旦'),
    (date '2025-01-26', 'WORKDAY', '春节调休上班'),
    (date '2025-01-28', 'HOLIDAY', '春节'),
    (date '2025-01-29', 'HOLIDAY', '春节'),
    (date '2025-01-30', 'HOLIDAY', '春节'),
    (date '2025-01-31', 'HOLIDAY', '春节'),
    (date '2025-02-01', 'HOLIDAY', '春节'),
    (date '2025-02-02', 'HOLIDAY', '春节'),
    (date '2025-02-03', 'HOLIDAY', '春节'),
    (date '2025-02-04', 'HOLIDAY', '春节'),
    (date '2025-02-08', 'WORKDAY', '春节调休上班'),
    (date '2025-04-04', 'HOLIDAY', '清明节'),
    (date '2025-04-05', 'HOLIDAY', '清明节'),
    (date '2025-04-06', 'HOLIDAY', '清明节'),
    (date '2025-04-27', 'WORKDAY', '劳动节调休上班'),
    (date '2025-05-01', 'HOLIDAY', '劳动节'),
    (date '2025-05-02', 'HOLIDAY', '劳动节'),
    (date '2025-05-03', 'HOLIDAY', '劳动节'),
    (date '2025-05-04', 'HOLIDAY', '劳动节'),
    (date '2025-05-05', 'HOLIDAY', '劳动节'),
    (date '2025-05-31', 'HOLIDAY', '端午节'),
    (date '2025-06-01', 'HOLIDAY', '端午节'),
    (date '2025-06-02', 'HOLIDAY', '端午节'),
    (date '2025-09-28', 'WORKDAY', '国庆节、中秋节调休上班'),
    (date '2025-10-01', 'HOLIDAY', '国庆节、中秋节'),
    (date '2025-10-02', 'HOLIDAY', '国庆节、中秋节'),
    (date '2025-10-03', 'HOLIDAY', '国庆节、中秋节'),
    (date '2025-10-04', 'HOLIDAY', '国庆节、中秋节'),
    (date '2025-10-05', 'HOLIDAY', '国庆节、中秋节'),
    (date '2025-10-06', 'HOLIDAY', '国庆节、中秋节'),
    (date '2025-10-07', 'HOLIDAY', '国庆节、中秋节'),
    (date '2025-10-08', 'HOLIDAY', '国庆节、中秋节'),
    (date '2025-10-11', 'WORKDAY', '国庆节、中秋节调休上班')
) as v (day, kind, name);

-- 2026: 国办发明电〔2025〕7号
insert into calendar_day (day, kind, name, source, entered_by)
select v.day, v.kind, v.name, '国办发明电〔2025〕7号', '系统初始化'
from (values
    (date '2026-01-01', 'HOLIDAY', '元旦'),
    (date '2026-01-02', 'HOLIDAY', '元旦'),
    (date '2026-01-03', 'HOLIDAY', '元旦'),
    (date '2026-01-04', 'WORKDAY', '元旦调休上班'),
    (date '2026-02-14', 'WORKDAY', '春节调休上班'),
    (date '2026-02-15', 'HOLIDAY', '春节'),
    (date '2026-02-16', 'HOLIDAY', '春节'),
    (date '2026-02-17', 'HOLIDAY', '春节'),
    (date '2026-02-18', 'HOLIDAY', '春节'),
    (date '2026-02-19', 'HOLIDAY', '春节'),
    (date '2026-02-20', 'HOLIDAY', '春节'),
    (date '2026-02-21', 'HOLIDAY', '春节'),
    (date '2026-02-22', 'HOLIDAY', '春节'),
    (date '2026-02-23', 'HOLIDAY', '春节'),
    (date '2026-02-28', 'WORKDAY', '春节调休上班'),
    (date '2026-04-04', 'HOLIDAY', '清明节'),
    (date '2026-04-05', 'HOLIDAY', '清明节'),
    (date '2026-04-06', 'HOLIDAY', '清明节'),
    (date '2026-05-01', 'HOLIDAY', '劳动节'),
    (date '2026-05-02', 'HOLIDAY', '劳动节'),
    (date '2026-05-03', 'HOLIDAY', '劳动节'),
    (date '2026-05-04', 'HOLIDAY', '劳动节'),
    (date '2026-05-05', 'HOLIDAY', '劳动节'),
    (date '2026-05-09', 'WORKDAY', '劳动节调休上班'),
    (date '2026-06-19', 'HOLIDAY', '端午节'),
    (date '2026-06-20', 'HOLIDAY', '端午节'),
    (date '2026-06-21', 'HOLIDAY', '端午节'),
    (date '2026-09-20', 'WORKDAY', '国庆节调休上班'),
    (date '2026-09-25', 'HOLIDAY', '中秋节'),
    (date '2026-09-26', 'HOLIDAY', '中秋节'),
    (date '2026-09-27', 'HOLIDAY', '中秋节'),
    (date '2026-10-01', 'HOLIDAY', '国庆节'),
    (date '2026-10-02', 'HOLIDAY', '国庆节'),
    (date '2026-10-03', 'HOLIDAY', '国庆节'),
    (date '2026-10-04', 'HOLIDAY', '国庆节'),
    (date '2026-10-05', 'HOLIDAY', '国庆节'),
    (date '2026-10-06', 'HOLIDAY', '国庆节'),
    (date '2026-10-07', 'HOLIDAY', '国庆节'),
    (date '2026-10-10', 'WORKDAY', '国庆节调休上班')
) as v (day, kind, name);

-- Ningxia's own holidays. 2023 as two reprints of the region's notice give it; the notices of the later years
-- were not at hand, so their rows follow the date of the festival and two days off each, and say so.
insert into calendar_day (day, kind, name, source, entered_by)
select v.day, 'HOLIDAY', v.name, v.source, '系统初始化'
from (values
    (date '2023-04-22', '开斋节', '自治区2023年放假安排（据转载：正逢周六，4月23日照常上班）'),
    (date '2023-06-29', '古尔邦节', '自治区2023年放假安排（据转载：6月29日至30日放假）'),
    (date '2023-06-30', '古尔邦节', '自治区2023年放假安排（据转载：6月29日至30日放假）'),
    (date '2024-04-10', '开斋节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准'),
    (date '2024-04-11', '开斋节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准'),
    (date '2024-06-17', '古尔邦节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准'),
    (date '2024-06-18', '古尔邦节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准'),
    (date '2025-03-31', '开斋节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准'),
    (date '2025-04-01', '开斋节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准'),
    (date '2025-06-07', '古尔邦节', '待核实：正逢周六，是否补休请以自治区人民政府办公厅通知为准'),
    (date '2026-03-20', '开斋节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准'),
    (date '2026-03-21', '开斋节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准'),
    (date '2026-05-27', '古尔邦节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准'),
    (date '2026-05-28', '古尔邦节', '待核实：按节日日期推定，请以自治区人民政府办公厅通知为准')
) as v (day, name, source);
