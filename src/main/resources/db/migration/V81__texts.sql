-- What is told, and why a case was closed, hold a reason of full length and the words around it.
alter table notification alter column text type text;
alter table application alter column state_reason type text;
