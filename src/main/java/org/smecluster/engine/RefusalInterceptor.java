package org.smecluster.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.law.Refusal;

/**
 * A domain refusal reaches the clerk as what it is, however deep in a listener it arose; where it or a conflict came of
 * another's being quicker at the task, the clerk is told that instead. A submission ends with its command.
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalInterceptor.class);

    private static final String SUSPENDED = "该案件（或者它的流程）已由系统管理员暂停，恢复以前不能办理，您填写的内容没有提交。急需办理的，请与系统管理员联系";

    private final QuickerColleague colleague;

    RefusalInterceptor(QuickerColleague colleague) {
        this.colleague = colleague;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost = Context.getCommandContext() == null;
        if (!outermost) {
            return executed(command, false);
        }
        try {
            return executed(command, true);
        } catch (RuntimeException e) {
            String task = QuickerColleague.forget();
            if (task != null && !(e instanceof TaskTaken)) {
                colleague.told(task, claimed(e)).ifPresent(sentence -> {
                    throw new TaskTaken(sentence, e);
                });
            }
            throw e;
        } finally {
            QuickerColleague.forget();
        }
    }

    private static boolean claimed(RuntimeException failure) {
        return failure instanceof TaskAlreadyClaimedException || Conflicts.caused(failure);
    }

    private <T> T executed(Command<T> command, boolean outermost) {
        try {
            return next.execute(command);
        } catch (FormRejected
                | AuthorizationException
                | MigrationPlanValidationException
                | MigratingProcessInstanceValidationException expected) {
            throw expected;
        } catch (RuntimeException e) {
            if (command instanceof ExecuteJobsCmd) {
                throw e;
            }
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof FormRejected rejected) {
                    throw rejected;
                }
                if (cause instanceof SuspendedEntityInteractionException) {
                    throw new FormRejected(List.of(SUSPENDED), e);
                }
                if (cause instanceof Refusal refusal) {
                    throw new FormRejected(refusal.reasons(), refusal);
                }
            }
            if (outermost && !Conflicts.caused(e)) {
                LOG.error("A command failed", e);
            }
            throw e;
        } finally {
            if (outermost) {
                Submission.end();
                ActingFor.end();
            }
        }
    }
}
