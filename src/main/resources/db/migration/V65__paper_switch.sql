-- Kinds of papers that the Measures do not know, a certificate: made only while the latest row says so.
create table paper_switch (
    id             bigint       generated always as identity primary key,
    kind           varchar(30)  not null,
    turned_on      boolean      not null,
    reason         varchar(500) not null,
    turned_by      varchar(64)  not null,
    turned_by_name varchar(200) not null,
    turned_at      timestamptz  not null
);
