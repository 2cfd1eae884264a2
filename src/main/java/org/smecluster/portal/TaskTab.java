package org.smecluster.portal;

import java.util.List;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.CurrentUser;
import org.smecluster.worklist.engine.TaskDirectory;
import org.smecluster.worklist.engine.TaskDirectory.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What Tasklist's tab 案件资料 shows first for a task: the file of its case, its batch or its public notice. */
@Controller
class TaskTab {

    private final CurrentUser user;
    private final TaskDirectory tasks;
    private final List<CaseTab> cases;
    private final BatchPages batches;
    private final CasePages filed;

    TaskTab(CurrentUser user, TaskDirectory tasks, List<CaseTab> cases, BatchPages batches, CasePages filed) {
        this.user = user;
        this.tasks = tasks;
        this.cases = cases;
        this.batches = batches;
        this.filed = filed;
    }

    /** @param course whether it opens at what has been done in the case so far */
    @GetMapping("/case/task/{taskId}")
    String tab(@PathVariable String taskId, @RequestParam(defaultValue = "false") boolean course, Model model) {
        OpenTask task = tasks.find(taskId, user.userId(), user.groups()).orElseThrow(NotVisible::new);
        if (course && CaseKind.of(task.businessKey()).isPresent()) {
            return filed.tab(task.businessKey(), CaseSection.PROGRESS, model);
        }
        if (CaseKind.of(task.businessKey()).isEmpty() && StepNeeds.isOfBatch(task.process())) {
            return batches.tab(task.businessKey(), StepNeeds.ofBatch(task.process(), task.key()), model);
        }
        return StepNeeds.opensAt(task.process(), task.key())
                .map(section -> filed.tab(task.businessKey(), section, model))
                .orElseGet(() -> ofCase(task.businessKey(), model));
    }

    /** By the kind of the case: the task may stand in a process that the case's own has called. */
    private String ofCase(String caseNumber, Model model) {
        return CaseKind.of(caseNumber)
                .flatMap(
                        kind -> cases.stream().filter(tab -> tab.kind() == kind).findFirst())
                .map(tab -> tab.tab(caseNumber, model))
                .orElseGet(() ->
                        CaseKind.of(caseNumber).isPresent() ? filed.overview(caseNumber, model) : "case/none :: file");
    }
}
