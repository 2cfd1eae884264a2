package org.smecluster.renewal.process;

import org.camunda.bpm.engine.TaskService;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.PublicityOutcome;
import org.smecluster.renewal.RenewalNotice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A ruling may change what the notice of a review came to while the leader's task waits already: the form says it anew. */
@Component
class NoticeOutcome {

    private final TaskService tasks;
    private final RenewalNotice notice;

    NoticeOutcome(TaskService tasks, RenewalNotice notice) {
        this.tasks = tasks;
        this.notice = notice;
    }

    @EventListener
    void follow(PublicLists.Concluded concluded) {
        if (concluded.outcome() == PublicityOutcome.PENDING) {
            return;
        }
        tasks.createTaskQuery()
                .processInstanceBusinessKey(concluded.subject())
                .taskDefinitionKey("task_decideRenewal")
                .list()
                .forEach(task -> tasks.setVariableLocal(
                        task.getId(),
                        "noticeText",
                        notice.inWords(concluded.subject()).orElse(null)));
    }
}
