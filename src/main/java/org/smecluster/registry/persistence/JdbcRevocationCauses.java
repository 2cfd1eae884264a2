package org.smecluster.registry.persistence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.persistence.Rows;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcRevocationCauses implements RevocationCauses {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcRevocationCauses(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean report(RevocationCause cause) {
        boolean unknown = insert(cause);
        if (unknown) {
            events.publishEvent(new Reported(cause));
        }
        return unknown;
    }

    @Override
    @Transactional
    public void enter(RevocationCause cause, String caseNumber) {
        insert(cause);
        assign(cause.cause(), caseNumber);
    }

    private boolean insert(RevocationCause cause) {
        return jdbc.sql("""
                        insert into revocation_cause (cause, cluster_number, fact, evidence, source_case, occurred_on,
                                                      reported_at)
                        values (:cause, :clusterNumber, :fact, :evidence, :sourceCase, :occurredOn, :now)
                        on conflict (cause) do nothing
                        """)
                        .param("cause", cause.cause())
                        .param("clusterNumber", cause.clusterNumber())
                        .param("fact", cause.fact().name())
                        .param("evidence", cause.evidence())
                        .param("sourceCase", cause.sourceCase())
                        .param("occurredOn", cause.occurredOn())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public List<RevocationCause> ofCluster(String clusterNumber) {
        return jdbc.sql("select * from revocation_cause where cluster_number = :number order by id")
                .param("number", clusterNumber)
                .query(Rows.of(RevocationCause.class))
                .list();
    }

    @Override
    public List<Entered> reported(String clusterNumber) {
        return jdbc.sql("select * from revocation_cause where cluster_number = :number order by id")
                .param("number", clusterNumber)
                .query((row, i) -> new Entered(
                        Rows.of(RevocationCause.class).mapRow(row, i),
                        row.getString("case_number"),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<RevocationCause> ofCase(String caseNumber) {
        return jdbc.sql("select * from revocation_cause where case_number = :number order by id")
                .param("number", caseNumber)
                .query(Rows.of(RevocationCause.class))
                .list();
    }

    @Override
    public List<RevocationCause> open(String clusterNumber) {
        return jdbc.sql("""
                        select * from revocation_cause where cluster_number = :number and case_number is null
                        order by id
                        """)
                .param("number", clusterNumber)
                .query(Rows.of(RevocationCause.class))
                .list();
    }

    @Override
    public void assign(String cause, String caseNumber) {
        jdbc.sql("update revocation_cause set case_number = :caseNumber where cause = :cause and case_number is null")
                .param("caseNumber", caseNumber)
                .param("cause", cause)
                .update();
    }
}
