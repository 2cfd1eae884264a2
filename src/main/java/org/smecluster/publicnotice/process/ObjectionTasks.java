package org.smecluster.publicnotice.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.smecluster.engine.Messages;
import org.smecluster.law.Refusal;
import org.smecluster.publicnotice.RunningNotice;
import org.springframework.stereotype.Component;

/** Which objection a task is about, and how an objection reaches its procedure. */
@Component
public class ObjectionTasks implements RunningNotice {

    private final Messages messages;
    private final TaskService tasks;

    ObjectionTasks(Messages messages, TaskService tasks) {
        this.messages = messages;
        this.tasks = tasks;
    }

    @Override
    public void objectionReceived(String subject, long objectionId, String clusterName) {
        boolean received = messages.sendToScope(
                PublicNoticeProcess.OBJECTION_RECEIVED,
                subject,
                Map.of(
                        PublicNoticeProcess.OBJECTION_ID.name(), objectionId,
                        PublicNoticeProcess.CLUSTER_NAME.name(), clusterName));
        if (!received) {
            throw new Refusal("公示流程" + subject + "已结束，不能再登记异议");
        }
    }

    /** The objection that an open task is about; empty where it is about none. */
    public Optional<Long> objectionOf(String taskId) {
        return Optional.ofNullable((Long) tasks.getVariable(taskId, PublicNoticeProcess.OBJECTION_ID.name()));
    }
}
