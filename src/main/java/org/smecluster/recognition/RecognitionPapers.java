package org.smecluster.recognition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.FindingWording;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.FiledVersion.StageAssessment;
import org.smecluster.filing.FiledVersions;
import org.smecluster.filing.MaterialCheck;
import org.smecluster.filing.MaterialChecks;
import org.smecluster.filing.MaterialTick;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.paper.CaseFacts;
import org.smecluster.paper.PaperDesk;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperFacts;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.CaseKind;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.Remedies;
import org.smecluster.remedy.Remedy;
import org.springframework.stereotype.Component;

/** The papers of an application: of what was entered, found and said in it, each under who said it. */
@Component
@LegalBasis(article = 12)
class RecognitionPapers implements PaperDesk {

    private final Applications applications;
    private final Opinions opinions;
    private final FiledVersions versions;
    private final MaterialChecks materials;
    private final OnSiteVerification verification;
    private final RecommendationPaper recommendation;
    private final ClusterPlace place;
    private final Casework casework;
    private final Remedies remedies;

    RecognitionPapers(
            Applications applications,
            Opinions opinions,
            FiledVersions versions,
            MaterialChecks materials,
            OnSiteVerification verification,
            RecommendationPaper recommendation,
            ClusterPlace place,
            Casework casework,
            Remedies remedies) {
        this.applications = applications;
        this.opinions = opinions;
        this.versions = versions;
        this.materials = materials;
        this.verification = verification;
        this.recommendation = recommendation;
        this.place = place;
        this.casework = casework;
        this.remedies = remedies;
    }

    @Override
    public boolean makes(String number) {
        return PaperDesk.isOf(CaseKind.RD, number);
    }

    @Override
    public List<PaperDraft> drafts(String caseNumber) {
        Application application = applications.byCaseNumber(caseNumber).orElseThrow();
        Papers of = new Papers(application, versions.of(caseNumber), casework.entries(caseNumber));
        List<PaperDraft> drafts = new ArrayList<>();
        List<Opinion> given = opinions.ofApplication(application.id());
        given.stream().flatMap(opinion -> of.opinion(opinion).stream()).forEach(drafts::add);
        verification
                .find(caseNumber)
                .filter(SiteVerification::completed)
                .ifPresent(found -> drafts.add(of.verification(found)));
        recommendation
                .draft(application, given, of.facts(DecisionKind.ACCEPTANCE))
                .ifPresent(drafts::add);
        if (application.state() == ApplicationState.NOT_RECOGNISED) {
            drafts.add(of.notRecognised());
        }
        return drafts;
    }

    /** Of one application, read once. */
    private class Papers {

        private final Application application;
        private final List<FiledVersion> filed;
        private final List<CaseEntry> entries;

        Papers(Application application, List<FiledVersion> filed, List<CaseEntry> entries) {
            this.application = application;
            this.filed = filed;
            this.entries = entries;
        }

        /** What every paper of the case tells, in the name of whose decision it is. */
        PaperFacts facts(DecisionKind decision) {
            return PaperFacts.none()
                    .with("发文机关", remedies.of(decision, application.cityGroup()).issuer())
                    .with("集群名称", application.clusterName())
                    .with("申报单位", place.applicantName(application))
                    .with("市", place.cityName(application.cityGroup()));
        }

        private FiledVersion version(long submissionId) {
            return filed.stream()
                    .filter(each -> each.submission().id() == submissionId)
                    .findFirst()
                    .orElseThrow();
        }

        private Remedy remedy(String key, DecisionKind decision) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key) && entry.remedy() != null)
                    .findFirst()
                    .map(CaseEntry::remedy)
                    .orElseGet(() -> remedies.of(decision, application.cityGroup()));
        }

        Optional<PaperDraft> opinion(Opinion opinion) {
            FiledVersion version = version(opinion.submissionId());
            int round = version.submission().round();
            String key = opinion.stage().name() + "-" + round;
            return switch (opinion.conclusion()) {
                case ACCEPT ->
                    Optional.of(draft(
                            PaperKind.ACCEPTANCE,
                            version,
                            decided(DecisionKind.ACCEPTANCE, key, version).with("受理意见", opinion.text())));
                case RETURN ->
                    Optional.of(draft(
                            PaperKind.CORRECTION,
                            version,
                            decided(DecisionKind.CORRECTION, key, version)
                                    .with("补正意见", opinion.text())
                                    .with("补正期限", opinion.correctionWorkingDays())
                                    .withList("补正", returned(version.submission()))));
                case REFUSE ->
                    Optional.of(draft(
                            PaperKind.REFUSAL,
                            version,
                            decided(DecisionKind.REFUSAL, key, version).with("理由", opinion.text())));
                default -> judged(opinion, version);
            };
        }

        private PaperFacts decided(DecisionKind decision, String key, FiledVersion version) {
            Remedy remedy = remedy(key, decision);
            return facts(decision)
                    .with("发文机关", remedy.issuer())
                    .with("提交日期", CaseFacts.day(version.submission().submittedAt()))
                    .with("救济途径", remedy.text());
        }

        private Optional<PaperDraft> judged(Opinion opinion, FiledVersion version) {
            boolean regional = opinion.stage() == OpinionStage.RE_REVIEW;
            if (!regional && opinion.stage() != OpinionStage.PRELIMINARY) {
                return Optional.empty();
            }
            Assessment assessment = assessment(version, opinion.givenAt());
            PaperFacts facts = facts(regional ? DecisionKind.NOT_RECOGNISED : DecisionKind.ACCEPTANCE)
                    .with("提交日期", CaseFacts.day(version.submission().submittedAt()))
                    .with("主导产业", application.leadingIndustry())
                    .with("结论", opinion.conclusion().label())
                    .with("意见", opinion.text())
                    .with("对需说明事项的判断", opinion.softMissJudgement())
                    .with("评估结论", Outcome.valueOf(assessment.overall()).label())
                    .with("经办人", opinion.givenByName())
                    .with("经办日期", CaseFacts.day(opinion.givenAt()))
                    .withList(
                            "条件",
                            assessment.findings().stream()
                                    .map(RecognitionPapers::row)
                                    .toList());
            return Optional.of(draft(
                    regional ? PaperKind.RE_REVIEW_OPINION : PaperKind.PRELIMINARY_OPINION,
                    version,
                    regional ? facts.with("推荐文件", recommendation.document(application)) : facts));
        }

        /** The latest that there was when it was said. */
        private Assessment assessment(FiledVersion version, Instant until) {
            return version.assessments().stream()
                    .map(StageAssessment::assessment)
                    .filter(each -> !each.at().isAfter(until))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }

        private List<Map<String, String>> returned(SubmissionVersion version) {
            MaterialCheck check = materials.find(version.id()).orElse(new MaterialCheck(0, List.of()));
            return materials.ticks(version.id()).stream()
                    .filter(tick -> tick.level() == MaterialTick.Level.CITY && !tick.accepted())
                    .map(tick -> Map.of(
                            "材料",
                            check.find(tick.code()).map(each -> each.cited()).orElse(tick.code()),
                            "原因",
                            tick.reason()))
                    .toList();
        }

        PaperDraft verification(SiteVerification found) {
            PaperFacts facts = facts(DecisionKind.ACCEPTANCE)
                    .with("主导产业", application.leadingIndustry())
                    .with("核查日期", found.verifiedOn())
                    .with("核查人员", String.join("、", found.people()))
                    .with("总的情况", found.summary())
                    .with("备注", found.note())
                    .with("经办人", found.completedByName())
                    .with("经办日期", CaseFacts.day(found.completedAt()))
                    .withList(
                            "核查",
                            found.rows().stream()
                                    .map(row -> row(
                                            "条款", row.item().article().toString(),
                                            "条件", row.item().label(),
                                            "结论",
                                                    row.judgement() == null
                                                            ? ""
                                                            : row.judgement().label(),
                                            "情况", row.seen()))
                                    .toList());
            return PaperDraft.of(PaperKind.SITE_VERIFICATION, "1", null, facts);
        }

        PaperDraft notRecognised() {
            FiledVersion version = filed.get(filed.size() - 1);
            PaperFacts facts = decided(DecisionKind.NOT_RECOGNISED, "notRecognised", version)
                    .with("理由", application.stateReason());
            Optional<Assessment> assessment = version.assessments().stream()
                    .filter(each -> each.stage().equals(application.reReviewStage()))
                    .map(StageAssessment::assessment)
                    .findFirst();
            if (assessment.isPresent()) {
                facts = facts.withList(
                                "不符合",
                                assessment.get().findings().stream()
                                        .filter(finding -> finding.outcome() != Outcome.MET)
                                        .map(RecognitionPapers::row)
                                        .toList())
                        .withList(
                                "情形",
                                assessment.get().incidents().stream()
                                        .filter(each -> !Boolean.FALSE.equals(each.vetoed()))
                                        .map(each -> row(
                                                "情况",
                                                each.incident().inWords(),
                                                "结论",
                                                each.vetoed() == null ? "待人工判断" : "否决"))
                                        .toList());
            }
            return PaperDraft.of(PaperKind.NOT_RECOGNISED, "1", null, facts);
        }

        private PaperDraft draft(PaperKind kind, FiledVersion version, PaperFacts facts) {
            int round = version.submission().round();
            return PaperDraft.of(kind, String.valueOf(round), filed.size() == 1 ? null : "第" + round + "次提交", facts);
        }
    }

    /** Columns and values in turn; what is not there is blank. */
    static Map<String, String> row(String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1] == null ? "" : cells[i + 1]);
        }
        return row;
    }

    private static Map<String, String> row(Finding finding) {
        String shortfall = Stream.of(FindingWording.shortfall(finding), FindingWording.reason(finding))
                .filter(each -> each != null)
                .reduce((one, other) -> one + "；" + other)
                .orElse("");
        return row(
                "条款", finding.article(),
                "条件", finding.label(),
                "数值", FindingWording.value(finding),
                "要求", finding.requirement(),
                "结论", finding.outcome().label(),
                "差距", shortfall);
    }
}
