-- Which county-level units border each other (第二条: 相邻县（市、区）交界处). Read from the county boundaries of
-- https://github.com/pan52yu/geo-city-json (geometryCouties/640100.json to 640500.json, commit 273a3b0b of 2023-11-28): a pair
-- stands here where the two boundaries run together; kilometres are how far, roughly. It is not the official delimitation.
-- Not certain (待核实) is a pair whose sheets barely touch. What is not certain or does not stand here is asked about (需说明),
-- never refused.
create table county_neighbour (
    county     varchar(40)  not null references region_unit (code),
    neighbour  varchar(40)  not null references region_unit (code),
    kilometres integer      not null check (kilometres > 0),
    certain    boolean      not null,
    source     varchar(200) not null,
    primary key (county, neighbour),
    check (county < neighbour)
);

insert into county_neighbour (county, neighbour, kilometres, certain, source)
select county, neighbour, kilometres, certain, 'pan52yu/geo-city-json@273a3b0b，县级行政区边界' from (values
    ('640104', '640106', 11, true),
    ('640104', '640121', 23, true),
    ('640104', '640122', 68, true),
    ('640104', '640181', 22, true),
    ('640104', '640221', 10, true),
    ('640105', '640106', 40, true),
    ('640105', '640121', 31, true),
    ('640105', '640122', 45, true),
    ('640106', '640121', 31, true),
    ('640106', '640122', 20, true),
    ('640121', '640181', 30, true),
    ('640121', '640381', 63, true),
    ('640122', '640221', 76, true),
    ('640181', '640302', 84, true),
    ('640181', '640303', 10, false),
    ('640181', '640323', 95, true),
    ('640181', '640381', 8, false),
    ('640202', '640205', 39, true),
    ('640202', '640221', 58, true),
    ('640205', '640221', 68, true),
    ('640302', '640303', 91, true),
    ('640302', '640381', 63, true),
    ('640303', '640323', 47, true),
    ('640303', '640324', 160, true),
    ('640303', '640381', 6, false),
    ('640303', '640521', 98, true),
    ('640323', '640324', 32, true),
    ('640324', '640521', 100, true),
    ('640324', '640522', 119, true),
    ('640381', '640521', 66, true),
    ('640402', '640422', 58, true),
    ('640402', '640423', 19, true),
    ('640402', '640424', 16, true),
    ('640402', '640425', 96, true),
    ('640402', '640522', 75, true),
    ('640422', '640423', 54, true),
    ('640422', '640522', 71, true),
    ('640423', '640424', 49, true),
    ('640424', '640425', 26, true),
    ('640502', '640521', 173, true),
    ('640502', '640522', 66, true),
    ('640521', '640522', 12, true)
) as pairs (county, neighbour, kilometres, certain);

-- Where the cluster of an application that crosses counties lies (第十二条(一)); applications from before have none.
create table application_extent (
    application_id bigint       primary key references application,
    -- counties that no chain of neighbours connects with the rest, by the table above when the application began
    apart          text[]       not null,
    explanation    varchar(1000),
    check (cardinality(apart) = 0 or explanation is not null)
);

create table application_county (
    application_id bigint         not null references application_extent,
    county         varchar(40)    not null references region_unit (code),
    -- 亿元, of the year before the application's
    output         numeric(12, 4) not null check (output >= 0),
    primary key (application_id, county)
);
