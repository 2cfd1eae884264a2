-- What can be done against a kind of decision, as the legal reviewer words it. Rows are only ever added: what was told
-- once can be looked up. Version 1 is what the system comes with, to be confirmed by the legal check.
create table remedy_text (
    kind            varchar(30)   not null,
    version         integer       not null check (version >= 1),
    text            varchar(1000) not null,
    legal_basis     varchar(300)  not null,
    confirmed       boolean       not null,
    entered_by      varchar(64),
    entered_by_name varchar(200)  not null,
    entered_at      timestamptz   not null,
    primary key (kind, version)
);

insert into remedy_text (kind, version, text, legal_basis, confirmed, entered_by_name, entered_at)
select kind, 1,
       '对本决定不服的，可以自知道或者应当知道本决定之日起六十日内，向作出机关的本级人民政府申请行政复议；'
           || '也可以自知道或者应当知道本决定之日起六个月内，依法向有管辖权的人民法院提起行政诉讼。',
       '《中华人民共和国行政复议法》第二十条、第二十四条，《中华人民共和国行政诉讼法》第四十四条、第四十六条',
       false, '系统预置', now()
from unnest(array['REFUSAL', 'NOT_RECOMMENDED', 'INELIGIBLE', 'NOT_RECOGNISED', 'POOL_REFUSED', 'RENEWAL_FAILED',
                  'CORRECTION_ORDERED', 'REVOCATION']) as kind
union all
select 'CORRECTION', 1,
       '本通知要求补正材料，不是对申报的最终处理。对补正要求有异议的，可以在补正期限内向作出机关书面说明理由；'
           || '对以后作出的不予受理等决定不服的，按该决定载明的途径办理。',
       '《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》第十二条(二)',
       false, '系统预置', now();

-- Whose decision an entry is and what could be done against it on its day; null where it decides against nobody.
alter table case_entry add column issuer varchar(200), add column remedy text,
    add check (remedy is null or issuer is not null);
