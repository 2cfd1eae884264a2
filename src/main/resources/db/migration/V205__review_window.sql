-- The first day on which the review of a term may be applied for; set by the term's process from its model (第十四条).
alter table cluster_term add column review_open_on date;
