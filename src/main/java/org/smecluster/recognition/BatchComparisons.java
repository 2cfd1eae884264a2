package org.smecluster.recognition;

import java.util.ArrayList;
import java.util.EnumSet;
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

    /** Their re-review is concluded, whatever was decided since. */
    private static final Set<ApplicationState> COMPARED = EnumSet.of(
            ApplicationState.RE_REVIEWED,
            ApplicationState.SELECTED,
            ApplicationState.NOT_SELECTED,
            ApplicationState.IN_NOTICE,
            ApplicationState.RECOGNISED,
            ApplicationState.NOT_RECOGNISED);

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
    private final Opinions opinions;
    private final SelectionDecisions decisions;
    private final LateIncidents late;
    private final RecognitionService recognition;
    private final BatchMessages messages;
    private final ClusterPlace place;

    BatchComparisons(
            Batches batches,
            Applications applications,
            Opinions opinions,
            SelectionDecisions decisions,
            LateIncidents late,
            RecognitionService recognition,
            BatchMessages messages,
            ClusterPlace place) {
        this.batches = batches;
        this.applications = applications;
        this.opinions = opinions;
        this.decisions = decisions;
        this.late = late;
        this.recognition = recognition;
        this.messages = messages;
        this.place = place;
    }

    /** The applications of the batch side by side; for the autonomous region's staff only. */
    @Transactional(readOnly = true)
    public BatchComparison comparison(long batchId) {
        Map<String, SelectionDecision> drafted = drafted(batchId);
        List<Application> all = applications.ofBatch(batchId);
        Map<String, Assessment> assessed = late.latest(
                all.stream().filter(each -> COMPARED.contains(each.state())).toList());
        Map<Long, List<Opinion>> given = opinions.ofBatch(batchId);
        List<BatchComparison.Row> concluded = new ArrayList<>();
        List<BatchComparison.Outstanding> outstanding = new ArrayList<>();
        for (Application application : all) {
            if (!COMPARED.contains(application.state())) {
                if (!application.state().closed()) {
                    outstanding.add(new BatchComparison.Outstanding(
                            application.caseNumber(),
                            application.clusterName(),
                            place.applicantName(application),
                            place.city(application).name(),
                            application.state().label()));
                }
            } else {
                concluded.add(row(
                        application,
                        Optional.ofNullable(drafted.get(application.caseNumber())),
                        Optional.ofNullable(assessed.get(application.caseNumber())),
                        Selections.conclusion(given.getOrDefault(application.id(), List.of()))));
            }
        }
        return new BatchComparison(batch(batchId), concluded, outstanding);
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
        List<BatchComparison.Outstanding> outstanding = comparison(batchId).outstanding();
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
            if (COMPARED.contains(application.state())) {
                throw new Refusal("“" + one.clusterName() + "”（" + one.caseNumber() + "）刚刚复审办结，请刷新比较表后重新提交");
            }
            recognition.close(application.id(), ApplicationState.LAPSED, "本批次不再等待：" + reason, by);
            messages.batchClosed(one.caseNumber());
        }
        batches.compared(batchId, summary);
    }

    private Map<String, SelectionDecision> drafted(long batchId) {
        return decisions.ofBatch(batchId).stream()
                .collect(Collectors.toMap(SelectionDecision::caseNumber, Function.identity()));
    }

    private Batch batch(long id) {
        return batches.find(id).orElseThrow(() -> new IllegalArgumentException("no batch has the id " + id));
    }
}
