package org.smecluster.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.NumberedRequirement;
import org.smecluster.casehistory.engine.StageTimes;
import org.smecluster.casehistory.engine.StageTimes.Pass;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.BatchFindings;
import org.smecluster.recognition.BatchFindings.Found;
import org.smecluster.recognition.BatchFindings.Value;
import org.smecluster.recognition.BatchFunnel;
import org.smecluster.recognition.BatchFunnel.Place;
import org.smecluster.recognition.Batches;
import org.smecluster.security.CurrentUser;
import org.smecluster.worklist.engine.TaskDirectory;
import org.smecluster.worklist.engine.TaskDirectory.OverdueTask;
import org.springframework.stereotype.Component;

/**
 * The cases that a figure of the dashboards counts, by the same questions as the figure. It looks at no scope: the list and
 * the figure do.
 */
@Component
class CaseNarrowing {

    /** More overdue tasks are neither counted nor listed. */
    static final int MOST_OVERDUE = 5000;

    /**
     * @param numbers of the cases that are left
     * @param words what was asked, in Chinese
     */
    record Narrowed(Set<String> numbers, String words) {}

    private final Batches batches;
    private final BatchFunnel funnel;
    private final BatchFindings findings;
    private final StageTimes times;
    private final TaskDirectory tasks;
    private final AssessmentService assessments;
    private final CurrentUser user;
    private final Clock clock;

    CaseNarrowing(
            Batches batches,
            BatchFunnel funnel,
            BatchFindings findings,
            StageTimes times,
            TaskDirectory tasks,
            AssessmentService assessments,
            CurrentUser user,
            Clock clock) {
        this.batches = batches;
        this.funnel = funnel;
        this.findings = findings;
        this.times = times;
        this.tasks = tasks;
        this.assessments = assessments;
        this.user = user;
        this.clock = clock;
    }

    List<Place> places(Batch batch) {
        return funnel.ofBatch(batch.id());
    }

    /** What the reader may know of the findings of the batch's applications. */
    List<Found> findings(Batch batch) {
        return findings.ofBatch(batch.id(), user.isProvince());
    }

    /** As {@link #findings}. @param input code of a decision input */
    List<Value> values(Batch batch, String input) {
        return findings.values(batch.id(), user.isProvince(), input);
    }

    List<Pass> passes(Collection<String> caseNumbers) {
        return times.of(caseNumbers);
    }

    List<OverdueTask> overdue() {
        return tasks.overdue(clock.instant(), MOST_OVERDUE);
    }

    /** Empty where the filter names nothing of the kind. @throws NotVisible where there is no such batch */
    Optional<Narrowed> of(CaseFilter filter) {
        if (!filter.narrowed()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        Set<String> left = null;
        if (filter.batch() != null) {
            Batch batch = batches.byNumber(filter.batch()).orElseThrow(NotVisible::new);
            words.add("批次" + batch.batchNumber());
            left = ofBatch(batch, filter, words);
        }
        if (filter.overdue()) {
            Set<String> late = late(filter, words);
            if (left == null) {
                left = late;
            } else {
                left.retainAll(late);
            }
        }
        return Optional.of(new Narrowed(left, String.join("，", words)));
    }

    private Set<String> ofBatch(Batch batch, CaseFilter filter, List<String> words) {
        Stream<Place> places = places(batch).stream();
        if (filter.reached() != null) {
            words.add("到达“" + filter.reached().label() + "”");
            places = places.filter(place -> place.furthest().reaches(filter.reached()));
        }
        if (filter.until() != null) {
            words.add("到“" + filter.until().label() + "”为止");
            places = places.filter(place -> place.furthest() == filter.until());
        }
        if (filter.ended() != null) {
            words.add(filter.ended() ? "已结案" : "在办");
            places = places.filter(place -> place.state().closed() == filter.ended());
        }
        Set<String> left = places.map(Place::caseNumber).collect(Collectors.toCollection(HashSet::new));
        if (filter.condition() != null && filter.outcome() != null) {
            left.retainAll(found(batch, filter, words));
        }
        if (filter.indicator() != null) {
            left.retainAll(valued(batch, filter, words));
        }
        if (filter.step() != null && !filter.overdue()) {
            left.retainAll(passed(left, filter, words));
        }
        return left;
    }

    private Set<String> found(Batch batch, CaseFilter filter, List<String> words) {
        List<Found> found = findings(batch).stream()
                .filter(each -> each.code().equals(filter.condition()))
                .toList();
        words.add(found.stream().map(Found::label).findFirst().orElse("条件") + "为“"
                + filter.outcome().label() + "”");
        return found.stream()
                .filter(each -> each.outcome() == filter.outcome())
                .map(Found::caseNumber)
                .collect(Collectors.toSet());
    }

    private Set<String> valued(Batch batch, CaseFilter filter, List<String> words) {
        Optional<NumberedRequirement> asked = assessments.numberedRequirements().stream()
                .filter(each -> each.code().equals(filter.indicator()))
                .findFirst();
        words.add(asked.map(NumberedRequirement::label).orElse("指标") + "在图中的这一段");
        return values(batch, filter.indicator()).stream()
                .filter(each -> filter.holds(each.value()))
                .map(Value::caseNumber)
                .collect(Collectors.toSet());
    }

    private Set<String> passed(Set<String> numbers, CaseFilter filter, List<String> words) {
        Instant now = clock.instant();
        List<Pass> passes = passes(numbers).stream()
                .filter(pass -> pass.step().equals(filter.step()))
                .toList();
        words.add("经过“" + passes.stream().map(Pass::name).findFirst().orElse("该环节") + "”"
                + (filter.late() ? "并且超过期限" : ""));
        return passes.stream()
                .filter(pass -> !filter.late() || pass.late(now))
                .map(Pass::caseNumber)
                .collect(Collectors.toSet());
    }

    private Set<String> late(CaseFilter filter, List<String> words) {
        List<OverdueTask> late = overdue().stream()
                .filter(task -> filter.step() == null || task.step().equals(filter.step()))
                .toList();
        words.add(
                filter.step() == null
                        ? "有逾期的任务"
                        : "任务“"
                                + late.stream()
                                        .map(OverdueTask::name)
                                        .findFirst()
                                        .orElse("该环节") + "”逾期");
        return late.stream().map(OverdueTask::number).collect(Collectors.toSet());
    }
}
