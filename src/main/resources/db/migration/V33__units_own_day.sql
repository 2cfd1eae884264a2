-- the day by which clusters hand in to their city: it only reminds; null for years opened before there was one
alter table monitoring_year add unit_day date;

-- whether the city handed on after the period what its unit had submitted in time
alter table annual_report add handed_on_late boolean not null default false;
