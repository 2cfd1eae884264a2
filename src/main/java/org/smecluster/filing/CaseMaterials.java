package org.smecluster.filing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.filing.ApplicationMaterial.Provider;
import org.smecluster.filing.ApplicationMaterial.Requirement;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.WorkbookSummary;
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

    /** Sheets by material. */
    private static final Map<String, String> SHEETS = Map.of(
            "keyEnterpriseList", "企业名单",
            "standardList", "标准清单",
            "inventionPatentList", "专利清单",
            "overseasBranchList", "境外机构",
            "servicePlatformList", "服务平台",
            "publicServiceList", "服务清单",
            "otherEvidence", "证明事项");

    private final DecisionTables tables;
    private final ClusterWorkbooks workbooks;
    private final FilingProcedures procedures;
    private final MaterialChecks checks;
    private final EvidenceService evidence;

    CaseMaterials(
            DecisionTables tables,
            ClusterWorkbooks workbooks,
            FilingProcedures procedures,
            MaterialChecks checks,
            EvidenceService evidence) {
        this.tables = tables;
        this.workbooks = workbooks;
        this.procedures = procedures;
        this.checks = checks;
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

    private MaterialCheck now(SubmissionVersion version) {
        return check(version, facts -> tables.evaluateForKeeping(TABLE, facts).asked());
    }

    /** Keeps the list of a version that is being frozen. */
    MaterialCheck keep(SubmissionVersion version) {
        MaterialCheck check = check(version, facts -> tables.evaluate(TABLE, facts));
        checks.insert(version.id(), check);
        return check;
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
        Optional<WorkbookSummary> workbook = workbooks.summary(version.id());
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
        return new MaterialCheck(
                decision.version(),
                decision.rows().stream()
                        .map(row -> material(row, workbook, files))
                        .toList());
    }

    /** Null where neither the number of standards nor a standard is given. */
    private static Boolean hasStandards(WorkbookSummary workbook) {
        if (workbook.rows("标准清单") > 0) {
            return true;
        }
        Integer declared = workbook.basics().standardCount();
        return declared == null ? null : Boolean.valueOf(declared > 0);
    }

    private static ApplicationMaterial material(
            Map<String, Object> row, Optional<WorkbookSummary> workbook, Map<MaterialKind, Long> files) {
        ApplicationMaterial asked = new ApplicationMaterial(
                (String) row.get("material"),
                (String) row.get("name"),
                Provider.valueOf((String) row.get("providedBy")),
                Requirement.valueOf((String) row.get("requirement")),
                (String) row.get("article"),
                (String) row.get("note"),
                false,
                NO_FILE);
        if (asked.providedBy() == Provider.CITY) {
            return asked.holding(false, "推荐时出具");
        }
        String sheet = SHEETS.get(asked.code());
        if (sheet == null && !asked.code().equals("applicationForm")) {
            long count = MaterialKind.of(asked.code())
                    .map(kind -> files.getOrDefault(kind, 0L))
                    .orElse(0L);
            return count == 0 ? asked : asked.holding(true, "佐证材料" + count + "个文件");
        }
        if (workbook.isEmpty()) {
            return asked.holding(false, "还没有上传数据表");
        }
        if (sheet == null) {
            return asked.holding(true, "本申报即申报表，由数据表和声明生成");
        }
        int rows = workbook.get().rows(sheet);
        return rows == 0
                ? asked.holding(false, "数据表的“" + sheet + "”没有填报")
                : asked.holding(true, "数据表的“" + sheet + "”" + rows + "条");
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
