-- What the check refuses is kept, too, to be looked at with the ways that it found; it never gets live (ADR 0052).
alter table model_draft drop constraint model_draft_state_check;
alter table model_draft add constraint model_draft_state_check
    check (state in ('OPEN', 'APPROVED', 'LIVE', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'TAKEN_BACK'));
create unique index model_draft_refused_once on model_draft (digest) where state = 'REFUSED';

-- Ids of the elements on the way to what was found, from the beginning.
alter table model_draft_finding add column path text[] not null default '{}';
