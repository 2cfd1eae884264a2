package org.smecluster.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * A person starts a process at its start event. The engine lets whoever may start one begin anywhere, with any
 * variables: past the form, past every review, on another one's application. Operators may, to mend a case.
 */
class OnlyFromTheStart extends CommandInterceptor {

    private final IdentityService identity;

    OnlyFromTheStart(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd && !mayBeginAnywhere()) {
            throw new AuthorizationException("流程只能从开始事件发起，不能从中间的步骤发起；请在待办中点“发起流程”，填写表单");
        }
        return next.execute(command);
    }

    private boolean mayBeginAnywhere() {
        Authentication person = identity.getCurrentAuthentication();
        return person == null
                || person.getGroupIds() != null && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
