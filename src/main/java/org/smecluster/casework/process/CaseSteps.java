package org.smecluster.casework.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.Deadlines;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.casework.TaskInHand;
import org.smecluster.document.Notifications;
import org.smecluster.engine.CompletedTask;
import org.smecluster.engine.Variable;
import org.smecluster.remedy.Remedy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Steps that the models of all procedures after the recognition use. */
@Configuration(proxyBeanMethods = false)
class CaseSteps {

    /** Input parameters of the step, as the model states them. */
    private static final Variable<String> OUTCOME = Variable.ofString("outcome");

    private static final Variable<String> STANDING = Variable.ofString("standing");

    /** Set by the step before, where there is a reason to tell. */
    private static final Variable<String> REASON = Variable.ofString("reason");

    @Bean
    TaskInHand taskInHand() {
        return CompletedTask::id;
    }

    /** Where a case stands is the task that it waits for. */
    @Bean
    TaskListener standAtTaskListener(Casework casework) {
        return task -> casework.stand(CASE_NUMBER.from(task), "待" + task.getName());
    }

    /** Closes the case as the model says, and tells the unit and its city. */
    @Bean
    JavaDelegate closeCaseDelegate(Casework casework, Notifications notifications, Deadlines deadlines) {
        return execution -> {
            String caseNumber = CASE_NUMBER.from(execution);
            String standing = STANDING.from(execution);
            String reason = REASON.find(execution).orElse(null);
            if (casework.close(caseNumber, OUTCOME.from(execution), standing, reason)) {
                CaseRecord closed = casework.get(caseNumber);
                String text = "“%s”%s案（%s）已办结：%s。%s%s"
                        .formatted(
                                closed.clusterName(),
                                closed.kind().label(),
                                caseNumber,
                                standing,
                                reason == null ? "" : reason,
                                casework.remedy(caseNumber).map(Remedy::told).orElse(""));
                notifications.tell(closed.parties(), caseNumber, "closed", text);
            }
            deadlines.closeAll(execution.getProcessInstanceId());
        };
    }
}
