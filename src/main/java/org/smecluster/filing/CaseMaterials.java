package org.smecluster.filing;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.assessment.Declarations;
import org.smecluster.casework.Casework;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.filing.ApplicationMaterial.Provider;
import org.smecluster.law.GivenReason;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which materials an application needs, by the decision {@code applicationMaterials}, and which of them are there: as
 * sheets of the workbook, or as files of evidence.
 */
@Service
@Transactional
@LegalBasis(article = 13)
public class CaseMaterials {

    private static final int LONGEST_REASON = 1000;

    private final MaterialTable table;
    private final OpenedItems opened;
    private final FilingProcedures procedures;
    private final MaterialChecks checks;
    private final Submissions submissions;
    private final Casework casework;
    private final Clock clock;
    private final EvidenceService evidence;

    CaseMaterials(
            MaterialTable table,
            OpenedItems opened,
            FilingProcedures procedures,
            MaterialChecks checks,
            Submissions submissions,
            Casework casework,
            Clock clock,
            EvidenceService evidence) {
        this.table = table;
        this.opened = opened;
        this.procedures = procedures;
        this.checks = checks;
        this.submissions = submissions;
        this.casework = casework;
        this.clock = clock;
        this.evidence = evidence;
    }

    /**
     * Of a frozen version the list that was kept when it was frozen, of an open one the list as it stands now. The city's
     * letter is told as the case stands, for it comes after the version was frozen.
     *
     * @return empty where the procedure asks for none
     */
    public Optional<MaterialCheck> of(SubmissionVersion version) {
        if (!procedures.of(version.caseNumber()).asksForMaterials()) {
            return Optional.empty();
        }
        return version.frozen()
                ? checks.find(version.id()).map(kept -> withLetter(kept, version))
                : Optional.of(table.of(version));
    }

    /** What is required of the case's latest version and missing, explained or not. */
    public List<ApplicationMaterial> missing(String caseNumber) {
        return submissions
                .latest(caseNumber)
                .flatMap(this::of)
                .map(MaterialCheck::missing)
                .orElse(List.of());
    }

    /** Keeps the list of a version that is being frozen. */
    MaterialCheck keep(SubmissionVersion version) {
        MaterialCheck check = table.decided(version);
        checks.insert(version.id(), check);
        opened.untouched(version, check).ifPresent(codes -> checks.carryTicks(version.id(), codes));
        return check;
    }

    /**
     * The unit says why a required material does not come with the version in hand.
     *
     * @param reason blank to take back what was said
     * @throws Refusal where the person is not of the unit or has nothing in hand, or the material is there or not asked for
     */
    public void explainAbsence(String caseNumber, String code, String reason, Account by) {
        FiledCase filed = procedures.of(caseNumber).lock(caseNumber);
        filed.refuseUnlessApplicant(by);
        SubmissionVersion version = Filing.inHand(filed, submissions);
        ApplicationMaterial material = of(version).map(MaterialCheck::materials).orElse(List.of()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("没有这一类材料，请刷新页面后重新选择"));
        String said = reason == null || reason.isBlank() ? null : GivenReason.of(reason, "原因", LONGEST_REASON);
        if (said != null && !material.missing()) {
            throw new Refusal(material.cited() + (material.held() ? "已有，不必说明原因" : "不是必须由您提供的材料，不必说明原因"));
        }
        checks.explainAbsence(version.id(), code, said, by, clock.instant());
        casework.step(
                caseNumber,
                "absence-" + code,
                Filing.STEP,
                said == null ? "收回" + material.cited() + "暂不能提供的原因" : material.cited() + "暂不能提供：" + said,
                by);
    }

    /** @throws Refusal naming each required material that is neither there nor its absence explained */
    void requireProvided(SubmissionVersion version) {
        List<String> missing = table.of(version).unexplained().stream()
                .map(CaseMaterials::wanted)
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(missing);
        }
    }

    private static String wanted(ApplicationMaterial material) {
        String sheet = MaterialTable.sheetAlone(material.code())
                .map(name -> "填入数据表的“" + name + "”，或")
                .orElse("");
        return "缺" + material.cited() + "：请" + sheet + "在“案件资料—佐证材料”的这一项上传文件；暂不能提供的，在那里写明原因并保存，由受理机关决定是否认可";
    }

    /** What was said of absences stands in the correction until it is said otherwise, unless the city returned it. */
    void carryOver(SubmissionVersion reviewed, SubmissionVersion correction) {
        checks.copyAbsences(reviewed.id(), correction.id(), opened.returned(reviewed));
    }

    /** What the correction of the version may change; all of it before the first return. */
    public Opening opening(SubmissionVersion version) {
        return opened.of(version);
    }

    /** The names of what the city returned with the version; empty where it named nothing. */
    String returnedNames(SubmissionVersion reviewed) {
        Set<String> returned = opened.returned(reviewed);
        return checks.find(reviewed.id()).map(MaterialCheck::materials).orElse(List.of()).stream()
                .filter(material -> returned.contains(material.code()))
                .map(ApplicationMaterial::cited)
                .collect(Collectors.joining("、"));
    }

    /**
     * @throws Refusal where the correction is of other items than (二) and the declarations are not those that were reviewed;
     *     incidents of 第十条 may be told at any time
     */
    void requireOpen(SubmissionVersion version, Declarations declared) {
        if (!opened.of(version).form() && !same(submissions.declarations(version.id()), declared)) {
            throw new Refusal("本次补正没有退回申报表（第十三条(二)），声明不能改动。请按原来的声明提交本步骤，只补正退回的材料");
        }
    }

    private static boolean same(Declarations before, Declarations now) {
        return Declarations.codes().stream()
                .allMatch(code -> Objects.equals(before.value(code), now.value(code))
                        && Objects.requireNonNullElse(before.explanation(code), "")
                                .strip()
                                .equals(Objects.requireNonNullElse(now.explanation(code), "")
                                        .strip()));
    }

    /** The files of evidence that the unit has uploaded are handed in with the version. */
    void handIn(SubmissionVersion version) {
        evidence.handIn(version.caseNumber());
    }

    /** @throws Refusal where one of them may not be handed in as it is */
    void requireScanned(SubmissionVersion version) {
        evidence.requireScanned(version.caseNumber());
    }

    private MaterialCheck withLetter(MaterialCheck kept, SubmissionVersion version) {
        Optional<String> letter = procedures.of(version.caseNumber()).cityLetter(version);
        return new MaterialCheck(
                kept.decisionVersion(),
                kept.materials().stream()
                        .map(material -> material.providedBy() == Provider.CITY && letter.isPresent()
                                ? material.holding(true, letter.get())
                                : material)
                        .toList());
    }
}
