package org.smecluster.engine;

import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.smecluster.law.Refusal;

/**
 * A domain refusal reaches the clerk as what it is, however deep in a listener it arose; a submission ends with its
 * command.
 */
class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost = Context.getCommandContext() == null;
        try {
            return next.execute(command);
        } catch (FormRejected rejected) {
            throw rejected;
        } catch (RuntimeException e) {
            if (command instanceof ExecuteJobsCmd) {
                throw e;
            }
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof FormRejected rejected) {
                    throw rejected;
                }
                if (cause instanceof Refusal refusal) {
                    throw new FormRejected(refusal.reasons(), refusal);
                }
            }
            throw e;
        } finally {
            if (outermost) {
                Submission.end();
            }
        }
    }
}
