package org.smecluster.whatif;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does what-ifs in the background, one at a time. What was being done when a process died is shown as broken off. */
@Component
@ConditionalOnProperty(name = "smecluster.what-ifs.background", matchIfMissing = true)
class WhatIfWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WhatIfWorker.class);

    private final WhatIfRun run;
    private ScheduledExecutorService threads;

    WhatIfWorker(WhatIfRun run) {
        this.run = run;
    }

    @Override
    public void start() {
        threads = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "what-ifs");
            thread.setDaemon(true);
            return thread;
        });
        threads.scheduleWithFixedDelay(quietly(this::all), 1, 1, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(
                quietly(run::renew), WhatIfStore.LEASE_SECONDS / 4, WhatIfStore.LEASE_SECONDS / 4, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(quietly(run::forgetLines), 1, 60, TimeUnit.MINUTES);
    }

    private void all() {
        while (run.next()) {
            LOG.debug("a what-if was done");
        }
    }

    /** A failure, as of the database, must not end the schedule. */
    private static Runnable quietly(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                LOG.error("what-ifs could not be looked after; the next attempt follows", failure);
            }
        };
    }

    @Override
    public void stop() {
        threads.shutdownNow();
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
