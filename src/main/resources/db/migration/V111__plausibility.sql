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
