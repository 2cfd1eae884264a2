package org.smecluster.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.filing.FilingService;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.recognition.Batches;
import org.smecluster.sample.engine.Desk;
import org.smecluster.sample.engine.SampleProgress;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A first start without cases gets an open batch and an application at each desk, entered through the same forms as
 * a person's, unless {@code smecluster.sample.cases} is false. 平罗县 has applied for nothing yet: that walk is the README's.
 */
@Component
@Profile("!production & !test")
class SampleCases {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCases.class);

    private final Desk desk;
    private final Batches batches;
    private final FilingService filing;
    private final CheckedUploads uploads;
    private final SampleMaterials materials;
    private final Accounts accounts;
    private final Clock clock;
    private final SampleProgress progress;
    private final Environment environment;
    private final boolean wanted;

    SampleCases(
            Desk desk,
            Batches batches,
            FilingService filing,
            CheckedUploads uploads,
            SampleMaterials materials,
            Accounts accounts,
            Clock clock,
            SampleProgress progress,
            Environment environment) {
        this.desk = desk;
        this.batches = batches;
        this.filing = filing;
        this.uploads = uploads;
        this.materials = materials;
        this.accounts = accounts;
        this.clock = clock;
        this.progress = progress;
        this.environment = environment;
        this.wanted = environment.getProperty("smecluster.sample.cases", Boolean.class, true);
    }

    @EventListener(ApplicationReadyEvent.class)
    void enterOnFirstStart() {
        LOG.info("请在浏览器打开 http://localhost:{} 登录，示例用户及密码见 README", environment.getProperty("local.server.port"));
        if (wanted && (progress.begun() ? !progress.done() : batches.all().isEmpty())) {
            new Thread(this::enter, "sample-cases").start();
        }
    }

    private void enter() {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> batch = new HashMap<>();
        batch.put("year", today.getYear());
        batch.put("noticeNumber", "宁工信企发〔" + today.getYear() + "〕1号");
        batch.put("windowStart", today.toString());
        batch.put("windowEnd", today.plusDays(30).toString());
        batch.put("recommendationDeadline", today.plusDays(60).toString());
        batch.put("publicityDays", 5);
        batch.put("quota", 6);
        batch.put("siteVerification", true);
        batch.put("clauses", true);
        progress.begin();
        if (batches.all().isEmpty()) {
            desk.start(person("officer-1"), "recognitionBatch", batch);
        }

        Map<String, SampleCluster> samples = new HashMap<>();
        SampleClusters.of(today.getYear()).forEach(sample -> samples.put(sample.key(), sample));

        fillIn("lingwu", samples.get("cashmere-lingwu"));
        submit("zhongning", samples.get("goji-zhongning"));
        String yanchi = submit("yanchi", samples.get("tan-sheep-yanchi"));
        accept("city-wuzhong", yanchi);
        String huinong = submit("huinong", samples.get("new-materials-huinong"));
        accept("city-shizuishan", huinong);
        verify("city-shizuishan", huinong, today);
        String dawukou = submit("shizuishan-hitech", samples.get("equipment-dawukou"));
        accept("city-shizuishan", dawukou);
        verify("city-shizuishan", dawukou, today);
        recommend("city-shizuishan", dawukou, today);
        progress.finish();
        LOG.info("示例数据已就绪：一个申报批次，五个集群，在填报、受理、现场核查、初审、复审各环节");
    }

    private String fillIn(String userId, SampleCluster sample) {
        Account person = person(userId);
        Map<String, Object> start = new HashMap<>();
        start.put("clusterName", sample.getClusterName());
        start.put("leadingIndustry", sample.workbook().basics().leadingIndustry());
        start.put("crossCounty", Boolean.toString(sample.crossCounty()));
        if (sample.designatedByCity()) {
            start.put("designatedByCity", true);
            start.put("designationDocument", "石工信函〔" + sample.getApplicationYear() + "〕3号");
        }
        String caseNumber = desk.started("clusterRecognition", "clusterName", sample.getClusterName())
                .orElseGet(() -> desk.start(person, "clusterRecognition", start));
        desk.complete(person, caseNumber, "task_enterData", () -> entered(caseNumber, sample, person));
        return caseNumber;
    }

    /** What is handed in beside the form, then the form. */
    private Map<String, Object> entered(String caseNumber, SampleCluster sample, Account person) {
        uploads.take(caseNumber, sample.key() + ".xlsx", workbook(sample), person);
        materials.explain(caseNumber, person);
        for (SampleCluster.SampleIncident incident : sample.incidents()) {
            filing.addIncident(
                    caseNumber,
                    new Incident(
                            IncidentType.valueOf(incident.type()),
                            incident.level() == null ? null : IncidentLevel.valueOf(incident.level()),
                            incident.occurredOn(),
                            incident.enterpriseCode(),
                            incident.enterpriseName(),
                            incident.source()),
                    person);
        }
        Map<String, Object> declared = new HashMap<>();
        sample.declarations().forEach((code, declaration) -> {
            if (declaration.value() != null) {
                declared.put(code, declaration.value().toString());
            }
            declared.put(code + "Explanation", declaration.explanation());
        });
        declared.put("noIncidents", sample.incidents().isEmpty());
        return declared;
    }

    private String submit(String userId, SampleCluster sample) {
        String caseNumber = fillIn(userId, sample);
        String explained = String.join("；", sample.explanations().values());
        Map<String, Object> form = new HashMap<>();
        form.put("nextStep", "SUBMIT");
        form.put("explanation", explained.isBlank() ? "缺少的数据正在统计，将在补正时提供。" : explained);
        form.put("truthfulnessCommitted", true);
        desk.complete(person(userId), caseNumber, "task_confirmAndSubmit", () -> form);
        return caseNumber;
    }

    private void accept(String userId, String caseNumber) {
        desk.complete(person(userId), caseNumber, "task_decideAcceptance", () -> {
            materials.accept(caseNumber, person(userId));
            return Map.of("acceptance", "ACCEPT", "opinion", "材料齐全，予以受理。");
        });
    }

    private void verify(String userId, String caseNumber, LocalDate today) {
        Account person = person(userId);
        desk.complete(person, caseNumber, "task_verifyOnSite", () -> {
            materials.verify(caseNumber, today, person);
            return Map.of("summary", "到现场逐项核查，与申报材料一致。");
        });
    }

    private void recommend(String userId, String caseNumber, LocalDate today) {
        desk.complete(person(userId), caseNumber, "task_reviewPreliminarily", () -> {
            materials.judge(caseNumber, person(userId));
            return Map.of("conclusion", "MEETS", "opinion", "经逐项核对，各项条件符合要求。");
        });
        desk.complete(
                person(userId),
                caseNumber,
                "task_decideRecommendation",
                () -> Map.of(
                        "recommendation",
                        "RECOMMEND",
                        "documentNumber",
                        "石工信发〔" + today.getYear() + "〕12号",
                        "documentDate",
                        today.toString(),
                        "opinion",
                        "同意推荐上报。"));
    }

    private static byte[] workbook(SampleCluster sample) {
        try {
            return SampleWorkbooks.workbook(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Account person(String userId) {
        return accounts.find(userId).orElseThrow(() -> new IllegalStateException("no sample user " + userId));
    }
}
