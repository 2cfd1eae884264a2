package org.smecluster.support;

import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.smecluster.house.Stopwatch;
import org.smecluster.security.Account;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Times what people do through the engine, while a step has a name; looking for the task is not their work. */
@Component
@Primary
public class TimedDesks extends Desks {

    private Stopwatch watch;
    private String step;

    TimedDesks(
            IdentityService identity,
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management) {
        super(identity, repository, forms, tasks, runtime, management);
    }

    public void next(Stopwatch timing, String named) {
        watch = timing;
        step = named;
    }

    @Override
    public <T> T as(Account by, Supplier<T> act) {
        return super.as(by, watch == null ? act : () -> watch.time(step, act));
    }
}
