-- Templates of papers, every version. Rows are only ever added: a paper that was issued is made again of the version that it
-- was issued with. What the program comes with is entered when it is first used.
create table paper_template (
    kind             varchar(30)  not null,
    version          integer      not null check (version >= 1),
    content          bytea        not null,
    sha256           char(64)     not null,
    file_name        varchar(200) not null,
    reason           varchar(500),
    -- null of what the program came with
    uploaded_by      varchar(64),
    uploaded_by_name varchar(200) not null,
    uploaded_at      timestamptz  not null,
    primary key (kind, version)
);

-- Papers that went out. The docx is not kept: it is made again of the template and the facts, byte for byte.
create table issued_paper (
    id                bigint       generated always as identity primary key,
    -- a case's, or a batch's
    case_number       varchar(40)  not null,
    kind              varchar(30)  not null,
    -- which of several of its kind in the case, e.g. the round of a correction
    subject           varchar(40)  not null,
    document_number   varchar(60),
    document_date     date         not null,
    facts             text         not null,
    data_digest       char(64)     not null,
    template_version  integer      not null,
    docx_sha256       char(64)     not null,
    pdf               bytea        not null,
    pdf_made_by       varchar(40)  not null,
    issued_by         varchar(64)  not null,
    issued_by_name    varchar(200) not null,
    issued_at         timestamptz  not null,
    -- the paper as it was sealed, once it is filed
    scan              bytea,
    scan_name         varchar(200),
    scan_type         varchar(20),
    scan_sha256       char(64),
    scanned_by_name   varchar(200),
    scanned_at        timestamptz,
    unique (case_number, kind, subject),
    foreign key (kind, template_version) references paper_template (kind, version),
    check ((scan is null) = (scan_name is null) and (scan is null) = (scan_type is null)
           and (scan is null) = (scan_sha256 is null) and (scan is null) = (scanned_at is null))
);

create index on issued_paper (document_number);
