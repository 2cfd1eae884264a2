-- One patent is spelt in many ways (第十三条(七)): what makes a number the same, as org.smecluster.material.Patent.key makes
-- it, of the rows that are there too. A test holds the two against each other.
alter table workbook_patent
    add column number_key text not null generated always as (
        coalesce(
            nullif(
                regexp_replace(
                    regexp_replace(upper(normalize(number, NFKC)), '[^0-9A-Z一-鿿]', '', 'g'),
                    '专利号|授权号|证书号|登记号|审定号|批准文号|公告号|第|号|(?<![0-9A-Z])(?:ZL|CN|NO)(?=[0-9])', '', 'g'),
                ''),
            number)) stored;

create index workbook_patent_by_number_key on workbook_patent (number_key, kind);
drop index workbook_patent_by_number;
