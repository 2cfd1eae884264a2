package org.smecluster.recognition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applications of a batch, compared before the best are selected. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class BatchComparisons {

    private static final Set<String> KEY_INDICATORS = Set.of(
            "minAnnualOutput",
            "smeOutputShare",
            "leadingIndustryOutputShare",
            "leadingIndustryGrowth",
            "smeRdGrowth",
            "inventionPatentGrowth",
            "inventionPatentsPer10kEmployees",
            "industrialInternetPenetration");

    private final Batches batches;
    private final Applications applications;
    private final ComparedApplications compared;
    private final Opinions opinions;
    private final SelectionDecisions decisions;
    private final LateIncidents late;
    private final RecognitionService recognition;
    private final BatchMessages messages;
    private final ClusterPlace place;

    BatchComparisons(
            Batches batches,
            Applications applications,
            ComparedApplications compared,
            Opinions opinions,
            SelectionDecisions decisions,
            LateIncidents late,
            RecognitionService recognition,
            BatchMessages messages,
            ClusterPlace place) {
        this.batches = batches;
        this.applications = applications;
        this.compared = compared;
        this.opinions = opinions;
        this.decisions = decisions;
        this.late = late;
        this.recognition = recognition;
        this.messages = messages;
        this.place = place;
    }

    /** All applications of the batch side by side; for the autonomous region's staff only. */
    @Transactional(readOnly = true)
    public BatchComparison comparison(long batchId) {
        return new BatchComparison(
                rows(batchId, ComparisonSearch.ALL, 0, Integer.MAX_VALUE), outstanding(batchId, 0, Integer.MAX_VALUE));
    }

    @Transactional(readOnly = true)
    public ComparedApplications.Counts count(long batchId, ComparisonSearch search) {
        return compared.count(batchId, search);
    }

    /** Those whose re-review is concluded. @param from the first item's place, from 0 */
    @Transactional(readOnly = true)
    public List<BatchComparison.Row> rows(long batchId, ComparisonSearch search, int from, int size) {
        List<Application> found = compared.page(batchId, search, from, size);
        Map<String, SelectionDecision> drafted =
                decisions
                        .ofCases(
                                batchId,
                                found.stream().map(Application::caseNumber).toList())
                        .stream()
                        .collect(Collectors.toMap(SelectionDecision::caseNumber, Function.identity()));
        Map<String, Assessment> assessed = late.latest(found);
        Map<Long, List<Opinion>> given =
                opinions.ofApplications(found.stream().map(Application::id).toList());
        return found.stream()
                .map(application -> row(
                        application,
                        Optional.ofNullable(drafted.get(application.caseNumber())),
                        Optional.ofNullable(assessed.get(application.caseNumber())),
                        Selections.conclusion(given.getOrDefault(application.id(), List.of()))))
                .toList();
    }

    /** Those still on their way, by case number. @param from the first item's place, from 0 */
    @Transactional(readOnly = true)
    public List<BatchComparison.Outstanding> outstanding(long batchId, int from, int size) {
        return compared.outstanding(batchId, from, size).stream()
                .map(application -> new BatchComparison.Outstanding(
                        application.caseNumber(),
                        application.clusterName(),
                        place.applicantName(application),
                        place.city(application).name(),
                        application.state().label()))
                .toList();
    }

    private BatchComparison.Row row(
            Application application,
            Optional<SelectionDecision> decision,
            Optional<Assessment> assessment,
            Optional<Opinion> opinion) {
        List<Finding> findings = assessment.map(Assessment::findings).orElse(List.of());
        return new BatchComparison.Row(
                application.caseNumber(),
                application.clusterName(),
                application.leadingIndustry(),
                place.applicantName(application),
                place.countyName(application),
                place.city(application).name(),
                assessment.map(found -> Outcome.valueOf(found.overall())).orElse(null),
                findings.stream()
                        .filter(finding -> finding.outcome() == Outcome.NEEDS_EXPLANATION)
                        .toList(),
                findings.stream()
                        .filter(finding -> KEY_INDICATORS.contains(finding.code()))
                        .toList(),
                opinion.map(Opinion::conclusion).orElse(null),
                opinion.map(Opinion::text).orElse(null),
                decision,
                assessment.map(Assessment::incidents).orElse(List.of()),
                late.obstacle(application, assessment, decision).orElse(null),
                application.state() == ApplicationState.RE_REVIEWED
                        || application.state() == ApplicationState.IN_NOTICE
                                && late.isToDecide(application, assessment));
    }

    /**
     * Ends the comparison.
     *
     * @param closeOutstanding whether applications still on their way are closed without a decision
     * @param reason told to those closed; needed where any is
     * @throws Refusal while any is on its way and is not to be closed
     */
    public void compare(long batchId, String summary, boolean closeOutstanding, String reason, Account by) {
        List<BatchComparison.Outstanding> outstanding = outstanding(batchId, 0, Integer.MAX_VALUE);
        if (!outstanding.isEmpty() && !closeOutstanding) {
            throw new Refusal(outstanding.stream()
                    .map(one -> "“" + one.clusterName() + "”（" + one.caseNumber() + "）尚在“" + one.where()
                            + "”，请等待其办结，或勾选“终止尚未办结的申报”并写明理由")
                    .toList());
        }
        if (closeOutstanding && reason == null) {
            throw new Refusal("勾选了“终止尚未办结的申报”的，请写明终止理由");
        }
        for (BatchComparison.Outstanding one : outstanding) {
            Application application = applications.lock(
                    applications.byCaseNumber(one.caseNumber()).orElseThrow().id());
            if (application.state().reReviewConcluded()) {
                throw new Refusal("“" + one.clusterName() + "”（" + one.caseNumber() + "）刚刚复审办结，请刷新比较表后重新提交");
            }
            recognition.close(application.id(), ApplicationState.LAPSED, "本批次不再等待：" + reason, by);
            messages.batchClosed(one.caseNumber());
        }
        batches.compared(batchId, summary);
    }
}
