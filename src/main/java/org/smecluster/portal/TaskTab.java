package org.smecluster.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smecluster.portal.BatchPages.Section;
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

    /** Tasks that begin at a section of their own; a case that does not have it opens at its overview. */
    private static final Map<String, CaseSection> OPENS_AT = Map.of(
            "task_decideAcceptance", CaseSection.EVIDENCE,
            "task_reviewPreliminarily", CaseSection.EVIDENCE,
            "task_planReReview", CaseSection.EVIDENCE,
            "task_giveExpertOpinion", CaseSection.SCORES,
            "task_concludeReReview", CaseSection.CLAUSES,
            "task_verifyOnSite", CaseSection.VERIFICATION);

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
        return switch (task.process()) {
            case "recognitionBatch" ->
                batches.tab(
                        task.businessKey(),
                        task.key().toLowerCase(Locale.ROOT).contains("publish") ? Section.NOTICE : Section.COMPARISON,
                        model);
            case "publicNotice" ->
                CaseKind.of(task.businessKey()).isPresent()
                        ? filed.tab(task.businessKey(), CaseSection.NOTICE, model)
                        : batches.tab(task.businessKey(), Section.NOTICE, model);
            default ->
                OPENS_AT.containsKey(task.key())
                        ? filed.tab(task.businessKey(), OPENS_AT.get(task.key()), model)
                        : ofCase(task.businessKey(), model);
        };
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
