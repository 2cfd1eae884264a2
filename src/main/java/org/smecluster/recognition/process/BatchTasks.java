package org.smecluster.recognition.process;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.smecluster.recognition.Publication;
import org.smecluster.recognition.Publications;
import org.springframework.stereotype.Component;

/** Which list a task of a batch is about to publish. */
@Component
public class BatchTasks {

    private final TaskService tasks;
    private final Publications publications;

    BatchTasks(TaskService tasks, Publications publications) {
        this.tasks = tasks;
        this.publications = publications;
    }

    /** Empty where the task publishes none. */
    public Optional<Publication> publicationOf(String taskId) {
        return Optional.ofNullable((Long) tasks.getVariableLocal(taskId, BatchProcess.PUBLICATION_ID))
                .map(publications::get);
    }
}
