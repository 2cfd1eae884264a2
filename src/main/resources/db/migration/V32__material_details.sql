-- What 第十三条(四), (六), (七) lists are told with since version 3 of the template; null in workbooks from before.
alter table workbook_enterprise
    -- why it bears a title of SMEs and is large
    add column size_reason varchar(200);

alter table workbook_enterprise_title
    add column level       varchar(20),
    -- batch or number of the certificate
    add column certificate varchar(60);

alter table workbook_standard
    add column role varchar(20);

alter table workbook_patent
    add column status varchar(20);
