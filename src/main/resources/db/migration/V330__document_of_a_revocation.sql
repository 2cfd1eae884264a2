-- A revocation stands in the registry with its document, as a recognition does; those made before take it from their case.
update cluster_event e
   set document_number = (select d.document_number from case_entry d
                           where d.case_number = e.case_number and d.kind = 'DECISION' and d.document_number is not null
                           order by d.id desc limit 1)
 where e.state = 'REVOKED' and e.document_number is null;
