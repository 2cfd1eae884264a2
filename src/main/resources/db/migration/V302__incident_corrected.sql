-- An entry that was corrected is taken back and replaced by another in one step.
alter table incident_register add column replaces bigint unique references incident_register (id);
