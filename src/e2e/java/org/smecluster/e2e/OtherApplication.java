package org.smecluster.e2e;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.law.Outcome;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.NoticeQuestion;
import org.smecluster.recognition.NoticeQuestions;
import org.smecluster.recognition.OnSiteVerification;
import org.smecluster.recognition.SectorChoices;
import org.smecluster.recognition.SectorScheme;
import org.smecluster.sample.engine.Desk;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.support.ClauseByClause;
import org.smecluster.support.Materials;
import org.smecluster.support.Uploads;
import org.springframework.context.ApplicationContext;

/** Another application of the batch, of a park in the same city and of the same sub-sector: its people's part is done by program. */
final class OtherApplication {

    static final String CLUSTER = "大武口区化工助剂产业集群";
    static final String INDUSTRY = "精细化工";

    private static final String SAMPLE = "equipment-dawukou";

    private final ApplicationContext context;
    private final Desk desk;
    private final Accounts accounts;
    private final ClauseByClause clauses;
    private final LocalDate today;
    private String caseNumber;

    OtherApplication(ApplicationContext context, LocalDate today) {
        this.context = context;
        this.desk = context.getBean(Desk.class);
        this.accounts = context.getBean(Accounts.class);
        this.clauses = new ClauseByClause(context);
        this.today = today;
    }

    /** Once it is {@linkplain #submit submitted}. */
    String caseNumber() {
        return caseNumber;
    }

    private Account person(String userId) {
        return accounts.find(userId).orElseThrow();
    }

    /** @param answer to every question of the notice */
    void submit(String batch, String subSector, String answer) throws IOException {
        SampleCluster sample = SampleClusters.of(today.getYear()).stream()
                .filter(each -> each.key().equals(SAMPLE))
                .findFirst()
                .orElseThrow();
        Account park = person("shizuishan-hitech");
        caseNumber = desk.start(
                park,
                "clusterRecognition",
                Map.of(
                        "clusterName",
                        CLUSTER,
                        "leadingIndustry",
                        INDUSTRY,
                        "crossCounty",
                        "false",
                        "designatedByCity",
                        true,
                        "designationDocument",
                        "石工信函〔" + today.getYear() + "〕3号"));
        new Uploads(context).take(caseNumber, "大武口.xlsx", workbook(sample), park);
        new Materials(context).explain(caseNumber, park);
        clauses.declare(caseNumber, park);
        NoticeQuestions questions = context.getBean(NoticeQuestions.class);
        long batchId =
                context.getBean(Batches.class).byNumber(batch).orElseThrow().id();
        questions.answer(
                caseNumber,
                questions.ofBatch(batchId).stream().collect(Collectors.toMap(NoticeQuestion::id, each -> answer)),
                park);
        context.getBean(SectorChoices.class).choose(caseNumber, Map.of(SectorScheme.GB4754, subSector), park);
        Map<String, Object> declared = new HashMap<>();
        sample.declarations().forEach((code, each) -> {
            if (each.value() != null) {
                declared.put(code, each.value().toString());
            }
        });
        declared.put("noIncidents", true);
        desk.complete(park, caseNumber, "task_enterData", declared);
        desk.complete(
                park,
                caseNumber,
                "task_confirmAndSubmit",
                Map.of("nextStep", "SUBMIT", "explanation", "没有其他需要说明的。", "truthfulnessCommitted", true));
    }

    /** The sample's, under another name and of another industry. */
    private static byte[] workbook(SampleCluster sample) throws IOException {
        Map<String, String> others = Map.of(
                sample.getClusterName(), CLUSTER, sample.workbook().basics().leadingIndustry(), INDUSTRY);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(SampleWorkbooks.workbook(sample)))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING && others.containsKey(cell.getStringCellValue())) {
                    cell.setCellValue(others.get(cell.getStringCellValue()));
                }
            })));
            workbook.write(changed);
        }
        return changed.toByteArray();
    }

    void recommend() {
        Account city = person("city-shizuishan");
        new Materials(context).accept(caseNumber, city);
        desk.complete(
                city, caseNumber, "task_decideAcceptance", Map.of("acceptance", "ACCEPT", "opinion", "材料齐全，予以受理。"));
        OnSiteVerification verification = context.getBean(OnSiteVerification.class);
        verification.saveHead(caseNumber, today, List.of("冯国强", "石慧"), null, 0, city);
        for (ConditionItem item : ConditionItem.values()) {
            verification.saveRow(caseNumber, item, Outcome.MET, "查看现场和台账，与申报材料一致。", 0, city);
        }
        desk.complete(city, caseNumber, "task_verifyOnSite", Map.of("summary", "到现场逐项核查，与申报材料一致。"));
        clauses.judge(caseNumber, city);
        desk.complete(
                city,
                caseNumber,
                "task_reviewPreliminarily",
                Map.of("conclusion", "MEETS", "opinion", "经逐项核对，各项条件符合要求。"));
        desk.complete(
                city,
                caseNumber,
                "task_decideRecommendation",
                Map.of(
                        "recommendation",
                        "RECOMMEND",
                        "documentNumber",
                        "石工信发〔" + today.getYear() + "〕12号",
                        "documentDate",
                        today.toString(),
                        "opinion",
                        "同意推荐上报。"));
    }

    /** Without experts or inspection. */
    void concludeReReview() {
        Account officer = person("officer-1");
        desk.complete(
                officer,
                caseNumber,
                "task_planReReview",
                Map.of("expertReviewOrdered", false, "siteInspectionOrdered", false));
        desk.await(caseNumber, "task_concludeReReview");
        clauses.judge(caseNumber, officer);
        desk.complete(
                officer,
                caseNumber,
                "task_concludeReReview",
                Map.of("conclusion", "PASS", "opinion", "材料和现场核查情况一致，复审通过。"));
    }
}
