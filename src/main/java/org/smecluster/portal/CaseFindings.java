package org.smecluster.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Declarations;
import org.smecluster.assessment.Stage;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.FiledVersion.StageAssessment;
import org.smecluster.filing.Overlap;
import org.smecluster.filing.Overlaps;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.law.Outcome;
import org.smecluster.material.PlausibilityCheck;
import org.smecluster.material.PlausibilityWarning;
import org.smecluster.region.RegionalScope;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section of a case file that tells what an assessment found, and what else is to be asked about. */
@Component
class CaseFindings {

    record Part(String title, String hint, List<FindingLine> findings) {}

    record Count(Outcome outcome, int number) {}

    record Veto(String label, String style) {}

    record Declared(String label, String answer, String explanation) {}

    record OverlapLine(String kind, String code, String name, String told) {}

    record Doubt(int position, String text, String explanation, int decisionVersion) {}

    record StageChoice(long submissionId, String stage, String label) {

        static StageChoice of(long submissionId, Stage stage) {
            return new StageChoice(submissionId, stage.key(), stage.label());
        }
    }

    private final CaseAccess access;
    private final CurrentUser user;
    private final Overlaps overlaps;
    private final PlausibilityCheck plausibility;

    CaseFindings(CaseAccess access, CurrentUser user, Overlaps overlaps, PlausibilityCheck plausibility) {
        this.access = access;
        this.user = user;
        this.overlaps = overlaps;
        this.plausibility = plausibility;
    }

    /** @param stage of the assessment shown; the latest where it is null or unknown */
    void fill(Model model, OpenCase file, Optional<FiledVersion> version, String stage, int page, int rowsPerPage) {
        List<StageAssessment> made =
                version.map(each -> access.assessments(file, each)).orElse(List.of());
        if (made.isEmpty()) {
            model.addAttribute(
                    "assessmentMissing",
                    access.isApplicant(file) ? "还没有评估。上传数据表并填写声明后，系统计算各项指标并逐条评估，结果在此列出。" : "申报单位尚未提交，提交后可在此查看评估结果。");
            return;
        }
        long submissionId = version.get().submission().id();
        StageAssessment shown = made.stream()
                .filter(each -> each.stage().key().equals(stage))
                .findFirst()
                .orElse(made.get(made.size() - 1));
        Assessment assessment = shown.assessment();
        model.addAttribute(
                "stages",
                made.stream()
                        .map(each -> StageChoice.of(submissionId, each.stage()))
                        .toList());
        model.addAttribute("stage", StageChoice.of(submissionId, shown.stage()));
        model.addAttribute("assessment", assessment);
        model.addAttribute("findings", FindingLine.of(assessment.findings()));
        model.addAttribute("assessedAt", CaseFileModel.local(assessment.at()));
        model.addAttribute("overall", Outcome.valueOf(assessment.overall()));
        model.addAttribute("veto", veto(assessment));
        model.addAttribute("counts", counts(assessment));
        model.addAttribute("parts", parts(assessment));
        model.addAttribute("explanation", version.get().submission().explanation());
        model.addAttribute("declared", declared(version.get().declarations()));
        overlaps(model, overlaps.of(submissionId, shown.stage()), page, rowsPerPage);
        doubts(model, file, version.get().submission());
    }

    private void overlaps(Model model, List<Overlap> found, int page, int rowsPerPage) {
        RegionalScope scope = user.scope();
        List<OverlapLine> lines = found.stream()
                .map(each -> new OverlapLine(each.kindLabel(), each.code(), each.name(), each.toldTo(scope)))
                .toList();
        model.addAttribute("overlaps", Page.of(lines, page, Math.min(rowsPerPage, Math.max(1, lines.size()))));
    }

    private void doubts(Model model, OpenCase file, SubmissionVersion version) {
        List<PlausibilityWarning> warnings = plausibility.of(version.id());
        List<Doubt> doubts = new ArrayList<>();
        for (PlausibilityWarning warning : warnings) {
            doubts.add(new Doubt(doubts.size(), warning.text(), warning.explanation(), warning.decisionVersion()));
        }
        model.addAttribute("doubts", doubts);
        model.addAttribute(
                "mayExplain", access.isApplicant(file) && file.filed().withApplicant() && !version.frozen());
    }

    private static Veto veto(Assessment assessment) {
        if (assessment.vetoed() == null) {
            return new Veto("待人工判断", "outcome-MISSING");
        }
        return assessment.vetoed() ? new Veto("被否决", "outcome-NOT_MET") : new Veto("未被否决", "outcome-MET");
    }

    private static List<Count> counts(Assessment assessment) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> new Count(outcome, (int) assessment.findings().stream()
                        .filter(finding -> finding.outcome() == outcome)
                        .count()))
                .toList();
    }

    private static List<Part> parts(Assessment assessment) {
        return List.of(
                        part(assessment, Outcome.NOT_MET, "不符合的条件", "有一项不符合，即不具备第十一条的基本条件。"),
                        part(assessment, Outcome.MISSING, "缺数据的条件", "缺数据的不视为符合，请补齐数据或声明。"),
                        part(assessment, Outcome.NEEDS_EXPLANATION, "需说明的条件", "办法使用“一般”“原则上”的，未达到时由申报单位说明理由，由审查人员判断。"),
                        part(assessment, Outcome.MET, "符合的条件", null))
                .stream()
                .filter(part -> !part.findings().isEmpty())
                .toList();
    }

    private static Part part(Assessment assessment, Outcome outcome, String title, String hint) {
        return new Part(
                title,
                hint,
                assessment.findings().stream()
                        .filter(finding -> finding.outcome() == outcome)
                        .map(FindingLine::of)
                        .toList());
    }

    private static List<Declared> declared(Declarations declarations) {
        return Declarations.codes().stream()
                .filter(code -> declarations.byCode().containsKey(code))
                .map(code -> new Declared(
                        Declarations.label(code),
                        answer(declarations.value(code)),
                        Objects.toString(declarations.explanation(code), "")))
                .toList();
    }

    static String answer(Boolean value) {
        return value == null ? "未填" : value ? "是" : "否";
    }
}
