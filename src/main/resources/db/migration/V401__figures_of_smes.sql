alter table workbook_year
    add column sme_employees bigint check (sme_employees >= 0),
    add column smes          bigint check (smes >= 0);
