package org.smecluster.filing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.smecluster.casework.Casework;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.filing.ApplicationMaterial.Provider;
import org.smecluster.filing.ApplicationMaterial.Requirement;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.ClusterWorkbooks;
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

    private static final String TABLE = "applicationMaterials";
    private static final String NO_FILE = "还没有上传文件";
    private static final String NO_WORKBOOK = "还没有上传数据表";

    /** Where the sheet is the list that is asked for; of the others licences, certificates and contracts are asked for too. */
    private static final Set<String> LISTS_ALONE =
            Set.of("keyEnterpriseList", "standardList", "inventionPatentList", "otherEvidence");

    private static final int LONGEST_REASON = 1000;

    /** Sheets by material. */
    private static final Map<String, String> SHEETS = Map.of(
            "keyEnterpriseList", "企业名单",
            "standardList", "标准清单",
            "inventionPatentList", "专利清单",
            "overseasBranchList", "境外机构",
            "servicePlatformList", "服务平台",
            "publicServiceList", "服务清单",
            "otherEvidence", "证明事项");

    /**
     * What of a workbook tells which materials are needed and there.
     *
     * @param standards as declared; null where not
     */
    private record Sheets(Integer standards, Map<String, Integer> lengths) {

        int rows(String sheet) {
            return lengths.getOrDefault(sheet, 0);
        }
    }

    private final DecisionTables tables;
    private final ClusterWorkbooks workbooks;
    private final FilingProcedures procedures;
    private final MaterialChecks checks;
    private final Submissions submissions;
    private final Casework casework;
    private final Clock clock;
    private final EvidenceService evidence;

    CaseMaterials(
            DecisionTables tables,
            ClusterWorkbooks workbooks,
            FilingProcedures procedures,
            MaterialChecks checks,
            Submissions submissions,
            Casework casework,
            Clock clock,
            EvidenceService evidence) {
        this.tables = tables;
        this.workbooks = workbooks;
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
                : Optional.of(now(version));
    }

    /** Codes of what is required of the case's latest version, missing and not explained. */
    public List<String> unexplained(String caseNumber) {
        return submissions.latest(caseNumber).flatMap(this::of).map(MaterialCheck::unexplained).stream()
                .flatMap(List::stream)
                .map(ApplicationMaterial::code)
                .toList();
    }

    private MaterialCheck now(SubmissionVersion version) {
        return check(version, facts -> tables.evaluateForKeeping(TABLE, facts).asked());
    }

    /** Keeps the list of a version that is being frozen. */
    MaterialCheck keep(SubmissionVersion version) {
        MaterialCheck check = check(version, facts -> tables.evaluate(TABLE, facts));
        checks.insert(version.id(), check);
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
        String said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said != null && !material.missing()) {
            throw new Refusal(named(material) + (material.held() ? "已有，不必说明原因" : "不是必须由您提供的材料，不必说明原因"));
        }
        if (said != null && said.length() > LONGEST_REASON) {
            throw new Refusal("原因有" + said.length() + "字，请不超过" + LONGEST_REASON + "字");
        }
        checks.explainAbsence(version.id(), code, said, by, clock.instant());
        casework.step(
                caseNumber,
                "absence-" + code,
                Filing.STEP,
                said == null ? "收回" + named(material) + "暂不能提供的原因" : named(material) + "暂不能提供：" + said,
                by);
    }

    /** @throws Refusal naming each required material that is neither there nor its absence explained */
    void requireProvided(SubmissionVersion version) {
        List<String> missing =
                now(version).unexplained().stream().map(CaseMaterials::wanted).toList();
        if (!missing.isEmpty()) {
            throw new Refusal(missing);
        }
    }

    private static String wanted(ApplicationMaterial material) {
        String sheet = LISTS_ALONE.contains(material.code()) ? SHEETS.get(material.code()) : null;
        return "缺" + named(material) + "：请" + (sheet == null ? "" : "填入数据表的“" + sheet + "”，或")
                + "在“案件资料—佐证材料”的这一项上传文件；暂不能提供的，在那里写明原因并保存，由受理机关决定是否认可";
    }

    private static String named(ApplicationMaterial material) {
        return material.article() + material.name();
    }

    /** What was said of absences stands in the correction until it is said otherwise. */
    void carryOver(SubmissionVersion reviewed, SubmissionVersion correction) {
        checks.copyAbsences(reviewed.id(), correction.id());
    }

    /** The files of evidence that the unit has uploaded are handed in with the version. */
    void handIn(SubmissionVersion version) {
        evidence.handIn(version.caseNumber());
    }

    /** @throws Refusal where one of them may not be handed in as it is */
    void requireScanned(SubmissionVersion version) {
        evidence.requireScanned(version.caseNumber());
    }

    private MaterialCheck check(SubmissionVersion version, Function<Map<String, Object>, Decision> table) {
        Optional<Sheets> workbook = workbooks
                .basics(version.id())
                .map(basics -> new Sheets(basics.standardCount(), workbooks.rows(version.id())));
        Map<String, Object> facts = new HashMap<>();
        facts.put("hasStandards", workbook.map(CaseMaterials::hasStandards).orElse(null));
        facts.put(
                "hasOverseasBranches",
                workbook.map(each -> each.rows("境外机构") > 0).orElse(null));
        facts.put(
                "hasServicePlatforms",
                workbook.map(each -> each.rows("服务平台") > 0).orElse(null));
        Decision decision = table.apply(facts);
        Map<MaterialKind, Long> files = evidence.held(version.caseNumber());
        Map<String, String> absences = checks.absences(version.id());
        return new MaterialCheck(
                decision.version(),
                decision.rows().stream()
                        .map(row -> material(row, workbook, files))
                        .map(material -> material.absent(absences.get(material.code())))
                        .toList());
    }

    /** Null where neither the number of standards nor a standard is given. */
    private static Boolean hasStandards(Sheets workbook) {
        if (workbook.rows("标准清单") > 0) {
            return true;
        }
        return workbook.standards() == null ? null : Boolean.valueOf(workbook.standards() > 0);
    }

    private static ApplicationMaterial material(
            Map<String, Object> row, Optional<Sheets> workbook, Map<MaterialKind, Long> files) {
        ApplicationMaterial asked = new ApplicationMaterial(
                (String) row.get("material"),
                (String) row.get("name"),
                Provider.valueOf((String) row.get("providedBy")),
                Requirement.valueOf((String) row.get("requirement")),
                (String) row.get("article"),
                (String) row.get("note"),
                false,
                NO_FILE,
                null);
        if (asked.providedBy() == Provider.CITY) {
            return asked.holding(false, "推荐时出具");
        }
        long count = MaterialKind.of(asked.code())
                .map(kind -> files.getOrDefault(kind, 0L))
                .orElse(0L);
        List<String> there = new ArrayList<>();
        String sheet = SHEETS.get(asked.code());
        int rows = sheet == null ? 0 : workbook.map(each -> each.rows(sheet)).orElse(0);
        if (rows > 0) {
            there.add("数据表的“" + sheet + "”" + rows + "条");
        }
        if (count > 0) {
            there.add("佐证材料" + count + "个文件");
        }
        if (count > 0 || LISTS_ALONE.contains(asked.code()) && rows > 0) {
            return asked.holding(true, String.join("，", there));
        }
        if (asked.code().equals("applicationForm")) {
            return workbook.isEmpty() ? asked.holding(false, NO_WORKBOOK) : asked.holding(true, "本申报即申报表，由数据表和声明生成");
        }
        if (sheet == null) {
            return asked;
        }
        if (workbook.isEmpty()) {
            return asked.holding(false, NO_WORKBOOK);
        }
        return asked.holding(false, rows > 0 ? there.get(0) + "，" + NO_FILE : "数据表的“" + sheet + "”没有填报");
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
