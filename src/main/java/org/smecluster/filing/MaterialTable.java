package org.smecluster.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.filing.ApplicationMaterial.Provider;
import org.smecluster.filing.ApplicationMaterial.Requirement;
import org.smecluster.law.LegalBasis;
import org.smecluster.material.ClusterWorkbooks;
import org.springframework.stereotype.Component;

/** The decision {@code applicationMaterials} asked of a version, and what of each material is there. */
@Component
@LegalBasis(article = 13)
class MaterialTable {

    private static final String TABLE = "applicationMaterials";
    private static final String NO_FILE = "还没有上传文件";
    private static final String NO_WORKBOOK = "还没有上传数据表";
    private static final String FORM = "applicationForm";

    /** Where the sheet is the list that is asked for; of the others licences, certificates and contracts are asked for too. */
    private static final Set<String> LISTS_ALONE =
            Set.of("keyEnterpriseList", "standardList", "inventionPatentList", "otherEvidence");

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
    private final MaterialChecks checks;
    private final EvidenceService evidence;

    MaterialTable(DecisionTables tables, ClusterWorkbooks workbooks, MaterialChecks checks, EvidenceService evidence) {
        this.tables = tables;
        this.workbooks = workbooks;
        this.checks = checks;
        this.evidence = evidence;
    }

    /** As it stands now. */
    MaterialCheck of(SubmissionVersion version) {
        return check(version, facts -> tables.inCase(version.caseNumber())
                .evaluateForKeeping(TABLE, facts)
                .asked());
    }

    /** The same, as a decision that the engine's history keeps. */
    MaterialCheck decided(SubmissionVersion version) {
        return check(version, facts -> tables.inCase(version.caseNumber()).evaluate(TABLE, facts));
    }

    /** The sheet that is the list asked for; empty where a file has to be there. */
    static Optional<String> sheetAlone(String code) {
        return LISTS_ALONE.contains(code) ? Optional.ofNullable(SHEETS.get(code)) : Optional.empty();
    }

    /** Whether something of it stands in the workbook. */
    static boolean inWorkbook(String code) {
        return isForm(code) || SHEETS.containsKey(code);
    }

    static boolean isForm(String code) {
        return FORM.equals(code);
    }

    private MaterialCheck check(SubmissionVersion version, Function<Map<String, Object>, Decision> table) {
        Optional<Sheets> workbook = workbooks
                .basics(version.id())
                .map(basics -> new Sheets(basics.standardCount(), workbooks.rows(version.id())));
        Map<String, Object> facts = new HashMap<>();
        facts.put("hasStandards", workbook.map(MaterialTable::hasStandards).orElse(null));
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
        if (isForm(asked.code())) {
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
}
