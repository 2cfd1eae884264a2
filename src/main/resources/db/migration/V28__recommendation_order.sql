-- The order of preference in which a city recommends a batch's clusters, 第十三条(一): each confirmation is a row, the last one counts.
create table recommendation_order (
    batch_id          bigint       not null references batch,
    city_group        varchar(64)  not null,
    revision          integer      not null check (revision > 0),
    -- the first preferred most
    case_numbers      text[]       not null,
    confirmed_by      varchar(64)  not null,
    confirmed_by_name varchar(200) not null,
    confirmed_at      timestamptz  not null,
    primary key (batch_id, city_group, revision)
);
