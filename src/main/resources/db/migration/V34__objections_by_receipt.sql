-- 第十二条(三): an objection counts by the day of its receipt; a notice is published on a working day at an hour.

alter table batch add column publication_day_counts boolean not null default false;

-- of the publication, as whoever drafted the list asks; null: the next working day, the usual hour
alter table public_list add column day_counts boolean not null default false;
alter table public_list add column notice_day date;
alter table public_list add column notice_time time;

-- When a drafted list is to be published, and which days that makes; what was published stands in the notice.
create table notice_plan (
    subject      varchar(30) primary key,
    publishes_at timestamptz not null,
    first_day    date        not null,
    ends_on      date        not null check (ends_on >= first_day)
);

-- null: published before the first day was kept; it is the working day after the publication
alter table notice add column first_day date;
-- a period of one day that the day of publication counts in
alter table notice drop constraint notice_check;
alter table notice add constraint notice_check check (ends_on >= published_on);

-- of one entered after its period: what shows the day of receipt
alter table objection add column receipt_number varchar(60);
alter table objection add column scan_file bigint references evidence_file;
-- what the officer writes for the applicant
alter table objection add column told varchar(2000);

-- Whether what publicity came to stands for good: the list is published, or the case decided.
alter table public_list_item add column settled boolean not null default false;
update public_list_item i
   set settled = true
 where exists (select 1 from publication_item p join publication l on l.id = p.publication_id
                where p.case_number = i.case_number and l.document_number is not null)
    or exists (select 1 from batch b where b.batch_number = i.subject and b.state = 'CLOSED')
    or exists (select 1 from case_record c where c.case_number = i.subject and c.closed_at is not null);

-- Whether the audience of an entry stays as it is once the case is closed: who objected, and with what.
alter table case_entry add column lasting boolean not null default false;
update case_entry set lasting = true where audience = 'REGION' and (key like 'objection-%' or key like 'objectionFacts-%');
