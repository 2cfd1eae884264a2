package org.smecluster.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.law.Refusal;
import org.springframework.stereotype.Component;

/**
 * The listener of the model {@code guarded}. Found by the application's own scan: imported by the test it would make a
 * second application, and Camunda's web apps know one engine per name in a whole JVM.
 */
@Component("guardedFormListener")
class GuardedFormListener implements TaskListener {

    @FormRecord("guardedForm")
    record GuardedForm(@Required String opinion) {}

    static String lastOpinion;

    @Override
    public void notify(DelegateTask task) {
        lastOpinion = Submission.current().as(GuardedForm.class).opinion();
        if (lastOpinion.equals("拒绝")) {
            throw new Refusal("不在申报期内");
        }
    }
}
