package org.smecluster.recognition.persistence;

import java.util.Arrays;
import java.util.List;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.BatchFunnel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBatchFunnel implements BatchFunnel {

    private final JdbcClient jdbc;

    JdbcBatchFunnel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Place> ofBatch(long batchId) {
        return jdbc.sql("""
                        select a.case_number, a.state,
                               case when a.state = 'RECOGNISED' then 'RECOGNISED'
                                    when a.state in ('SELECTED', 'IN_NOTICE')
                                         or exists (select from public_list_item i where i.case_number = a.case_number)
                                         then 'SELECTED'
                                    when a.concluded_re_review is not null or a.state = any (:concluded)
                                         then 'RE_REVIEWED'
                                    when exists (select from opinion o where o.application_id = a.id
                                                    and o.stage = 'RECOMMENDATION' and o.conclusion = 'RECOMMEND')
                                         then 'RECOMMENDED'
                                    when exists (select from opinion o where o.application_id = a.id
                                                    and o.stage = 'ACCEPTANCE' and o.conclusion = 'ACCEPT')
                                         then 'ACCEPTED'
                                    when a.submitted_on is not null then 'SUBMITTED'
                                    else 'STARTED' end as furthest
                          from application a
                         where a.batch_id = :batchId
                         order by a.case_number
                        """)
                .param("batchId", batchId)
                .param(
                        "concluded",
                        Arrays.stream(ApplicationState.values())
                                .filter(ApplicationState::reReviewConcluded)
                                .map(ApplicationState::name)
                                .toArray(String[]::new))
                .query(Rows.of(Place.class))
                .list();
    }
}
