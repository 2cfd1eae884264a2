package org.smecluster.material;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Checks uploads in the background, one at a time, because each needs a good part of the memory. Whatever waits, or was
 * left by a process that died, stands in the database and is found there.
 */
@Component
@ConditionalOnProperty(name = "smecluster.uploads.background", matchIfMissing = true)
class UploadWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UploadWorker.class);

    private final WorkbookChecking checking;
    private ScheduledExecutorService threads;

    UploadWorker(WorkbookChecking checking) {
        this.checking = checking;
    }

    @Override
    public void start() {
        threads = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "upload");
            thread.setDaemon(true);
            return thread;
        });
        threads.scheduleWithFixedDelay(quietly(this::checkAll), 1, 1, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(
                quietly(checking::renew), UploadJobs.LEASE_SECONDS / 4, UploadJobs.LEASE_SECONDS / 4, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(quietly(checking::discardExpired), 1, 5, TimeUnit.MINUTES);
    }

    private void checkAll() {
        while (checking.checkNext()) {
            LOG.debug("an upload was checked");
        }
    }

    /** A failure, as of the database, must not end the schedule. */
    private static Runnable quietly(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                LOG.error("uploads could not be looked after; the next attempt follows", failure);
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
