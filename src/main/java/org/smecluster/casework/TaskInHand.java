package org.smecluster.casework;

import java.util.Optional;

/** The task that the running step of a person works on; what is entered meanwhile is entered with it. */
public interface TaskInHand {

    Optional<String> taskId();
}
