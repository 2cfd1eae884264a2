-- A batch: one annual notice, its periods and its list.
create table batch (
    id                      bigint generated always as identity primary key,
    batch_number            varchar(20)  not null unique,
    year                    integer      not null check (year between 2023 and 2099),
    notice_number           varchar(60)  not null,
    window_start            date         not null,
    window_end              date         not null check (window_end >= window_start),
    recommendation_deadline date         not null check (recommendation_deadline >= window_end),
    publicity_days          integer      not null check (publicity_days between 1 and 60),
    quota                   integer check (quota > 0),
    state                   varchar(20)  not null check (state in ('OPEN', 'COMPARING', 'SELECTING', 'IN_NOTICE', 'CLOSED')),
    opened_by               varchar(64),
    opened_at               timestamptz  not null,
    comparison_summary      varchar(4000),
    selection_note          varchar(2000),
    closed_at               timestamptz,
    constraint one_batch_accepts exclude using gist (daterange(window_start, window_end, '[]') with &&)
        where (state <> 'CLOSED')
);

-- A leader's decision on one application of the batch; a draft until the selection is completed.
create table selection (
    batch_id    bigint      not null references batch,
    case_number varchar(30) not null,
    selected    boolean     not null,
    reason      varchar(1000),
    decided_by  varchar(64) not null,
    decided_at  timestamptz not null,
    primary key (batch_id, case_number)
);
