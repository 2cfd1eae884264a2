package org.smecluster.publicnotice.process;

import java.util.Map;
import org.smecluster.engine.Messages;
import org.smecluster.law.Refusal;
import org.smecluster.publicnotice.RunningNotice;
import org.springframework.stereotype.Component;

/** How an objection reaches its procedure. */
@Component
class NoticeMessages implements RunningNotice {

    private final Messages messages;

    NoticeMessages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void objectionReceived(String subject, long objectionId, String clusterName, boolean reopens) {
        if (!sent(subject, objectionId, clusterName)) {
            if (reopens) {
                messages.start(
                        PublicNoticeProcess.OUTCOME_REOPENED,
                        PublicNoticeProcess.KEY,
                        subject,
                        Map.of(PublicNoticeProcess.SUBJECT.name(), subject));
            }
            if (!reopens || !sent(subject, objectionId, clusterName)) {
                throw new Refusal("公示流程" + subject + "已结束，不能再登记异议");
            }
        }
    }

    @Override
    public void admissionsDecided(String subject) {
        messages.send(PublicNoticeProcess.ADMISSIONS_DECIDED, subject, Map.of());
    }

    private boolean sent(String subject, long objectionId, String clusterName) {
        return messages.sendToScope(
                PublicNoticeProcess.OBJECTION_RECEIVED,
                subject,
                Map.of(
                        PublicNoticeProcess.OBJECTION_ID.name(), objectionId,
                        PublicNoticeProcess.CLUSTER_NAME.name(), clusterName));
    }
}
