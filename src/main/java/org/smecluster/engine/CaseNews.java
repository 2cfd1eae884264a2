package org.smecluster.engine;

import java.time.Instant;
import java.util.Optional;

/** What is on record of a case, for somebody who comes too late with a task of it. */
public interface CaseNews {

    /** What the task that was done came to, in Chinese; empty where nothing was entered with it. */
    Optional<String> ofTask(String taskId);

    /** What happened last in the case by that time, in Chinese. */
    Optional<String> until(String caseNumber, Instant time);
}
