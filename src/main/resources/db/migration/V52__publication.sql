-- A list of recognised clusters of a batch: drawn up when the office sets about publishing it, published with its
-- document. A batch has a second one where a ruling on an objection came later.
create table publication (
    id              bigint generated always as identity primary key,
    batch_id        bigint not null references batch,
    document_number varchar(60),
    document_date   date,
    published_by    varchar(64),
    published_at    timestamptz,
    check ((document_number is null) = (document_date is null))
);

create table publication_item (
    publication_id bigint      not null references publication,
    case_number    varchar(30) not null primary key
);
