package org.smecluster.policy.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.smecluster.policy.CaseBeginnings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When the case began that somebody works for: the case was opened, whichever process of it asks. A process without a case
 * number, e.g. one that a timer starts each year, follows its own start, or that of whoever called it.
 */
@Component
class CaseDates {

    private record Root(String businessKey, Instant started) {}

    private final JdbcClient database;
    private final ObjectProvider<CaseBeginnings> cases;

    CaseDates(JdbcClient database, ObjectProvider<CaseBeginnings> cases) {
        this.database = database;
        this.cases = cases;
    }

    /** Empty where there is no such case. */
    Optional<Instant> ofCase(String caseNumber) {
        return cases.getObject().of(caseNumber);
    }

    /** Of the step that the thread works for; empty where no process asks. */
    Optional<Instant> ofTheStepInHand() {
        return rootOfTheStepInHand().flatMap(this::ofProcess);
    }

    /** Of the process that nobody called; empty where no process asks. */
    Optional<String> rootOfTheStepInHand() {
        BpmnExecutionContext step = Context.getBpmnExecutionContext();
        return Optional.ofNullable(step).map(each -> each.getExecution().getRootProcessInstanceId());
    }

    /** @param rootId of the process that nobody called */
    Optional<Instant> ofProcess(String rootId) {
        return root(rootId).flatMap(root -> Optional.ofNullable(root.businessKey())
                .flatMap(this::ofCase)
                .or(() -> Optional.of(root.started())));
    }

    /** One that was started in this transaction is not in the database yet. */
    private Optional<Root> root(String id) {
        HistoricProcessInstanceEventEntity started = Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntity(HistoricProcessInstanceEventEntity.class, id);
        if (started != null && started.getStartTime() != null) {
            return Optional.of(
                    new Root(started.getBusinessKey(), started.getStartTime().toInstant()));
        }
        List<Root> stored = database.sql("select business_key_, start_time_ from act_hi_procinst where id_ = ?")
                .param(id)
                .query((row, number) ->
                        new Root(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
        return stored.stream().findFirst();
    }
}
