package org.smecluster.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Stage;
import org.smecluster.assessment.SubjectOf;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.migration.CaseMoves;
import org.smecluster.security.Account;
import org.smecluster.support.Modeler;
import org.smecluster.support.ProcessTest;
import org.smecluster.whatif.WhatIfRun;
import org.smecluster.whatif.WhatIfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 盐池县 has one cluster. Two policy owners have done all they can with models: a draft tried on all cases, a migration of all open cases
 * drawn up and tried, files looked at. Everything that they can then read is read: pages, exports, what scripts fetch, the engine's doors.
 */
@ProcessTest
@DisplayName("政策人员能读到的一切：没有一个县唯一的集群的名称、案号、企业、数值，也没有少于五的件数")
class OnlyClusterOfACountyTest {

    private static final String SAMPLE = "tan-sheep-yanchi";
    private static final String COUNTY = "640323";

    /** Nothing else has it. */
    private static final String OUTPUT = "7919.37";

    private static final Account POLICY = new Account("policy", "田思源", List.of("policy-owner"));
    private static final Pattern FEW = Pattern.compile("(?<![0-9.])[1-4](?=件|个案件|个集群)");
    private static final Pattern VARIABLE = Pattern.compile("\\{[a-zA-Z]+}");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    private TriedCase only;
    private String draft;
    private long migration;
    private Set<String> traces;

    @BeforeEach
    void everythingDone() throws IOException {
        List<TriedCase> cases = new TriedCases(context).make();
        only = cases.stream()
                .filter(tried -> tried.applicantGroup().equals("county-" + COUNTY))
                .findFirst()
                .orElseThrow();
        assertThat(cases.stream().filter(tried -> tried.applicantGroup().equals(only.applicantGroup())))
                .hasSize(1);
        theFigure();
        traces = traces();
        draft = tried();
        migration = Long.parseLong(only.ids().get("migrations:id"));
        context.getBean(CaseMoves.class).round();
    }

    /** In its assessment and its workbook. */
    private void theFigure() {
        SubmissionVersion version =
                context.getBean(Submissions.class).latest(only.caseNumber()).orElseThrow();
        SubjectOf subject = new SubjectOf();
        subject.totalOutput = new String[] {OUTPUT, OUTPUT, OUTPUT};
        subject.smeOutput = new String[] {OUTPUT, OUTPUT, OUTPUT};
        context.getBean(Assessments.class)
                .save(
                        version.id(),
                        Stage.of(Stage.Kind.CHECK, 9),
                        context.getBean(AssessmentService.class).assess(subject.subject()));
        database.sql("update workbook_year set total_output = " + OUTPUT + " where submission_id = ?")
                .param(version.id())
                .update();
    }

    private Set<String> traces() {
        SampleCluster sample = SampleClusters.of(2026).stream()
                .filter(each -> each.key().equals(SAMPLE))
                .findFirst()
                .orElseThrow();
        Set<String> all = new LinkedHashSet<>(only.traces());
        all.add(OUTPUT);
        all.add(only.applicantGroup());
        all.add(only.unitName());
        all.add(COUNTY);
        all.add("盐池");
        all.add("滩羊");
        sample.workbook().enterprises().stream().limit(20).forEach(enterprise -> {
            all.add(enterprise.creditCode().value());
            all.add(enterprise.name());
        });
        all.add(only.ids().get("instanceId"));
        all.add(only.ids().get("taskId"));
        return all;
    }

    /** Raised so that it would fail, deployed as the Modeler does, and held against what is on file. @return the draft's address */
    private String tried() throws IOException {
        byte[] raised = Files.readString(Path.of("processes", "recognition", "basicConditions.dmn"))
                .replace("<text>&gt;= 20</text>", "<text>&gt;= 9000</text>")
                .replace("<text>&lt; 20</text>", "<text>&lt; 9000</text>")
                .replace("20亿元", "9000亿元")
                .getBytes(StandardCharsets.UTF_8);
        String page = Modeler.shown(new Modeler("policy", port).deploy("提高产值", "basicConditions.dmn", raised))
                .page();
        context.getBean(WhatIfs.class).ask(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)), POLICY);
        assertThat(context.getBean(WhatIfRun.class).next()).isTrue();
        return page;
    }

    private Person person(String userId) {
        return Person.ALL.stream()
                .filter(each -> userId.equals(each.userId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("每个页面、导出、脚本所取的、引擎的每个入口")
    void nowhere() throws IOException {
        Person policy = person("policy");
        Caller caller = new Caller(policy, port);
        Map<String, String> read = new TreeMap<>();
        for (String path : paths(policy)) {
            HttpResponse<byte[]> answer = caller.fetch(path);
            if (answer.statusCode() == 200) {
                read.put(path, Unpacked.text(answer.body()));
            }
        }
        assertThat(read)
                .containsKeys(
                        "/",
                        "/notifications",
                        "/admin/drafts",
                        draft,
                        draft + "/what-if",
                        draft + "/what-if/export",
                        "/admin/migrations",
                        "/admin/migrations/" + migration)
                .hasSizeGreaterThan(25);
        int pages = read.size();
        engine(caller, policy, read);
        assertThat(read.size() - pages).isGreaterThan(20);

        TreeSet<String> told = new TreeSet<>();
        read.forEach((path, text) ->
                traces.stream().filter(text::contains).forEach(trace -> told.add(path + " tells: " + trace)));
        read.forEach((path, text) -> {
            Matcher few = FEW.matcher(text.replaceAll("<[^>]*>", " "));
            while (few.find()) {
                told.add(path + " counts: " + text(text, few));
            }
        });
        assertThat(told).isEmpty();

        String officer = new Caller(person("officer-1"), port)
                .page("/what-ifs/" + draft.substring(draft.lastIndexOf('/') + 1) + "/cases")
                .body();
        assertThat(officer)
                .as("what is searched for is there, for whoever may know it")
                .contains(only.caseNumber(), only.clusterName(), OUTPUT);
    }

    private static String text(String html, Matcher few) {
        String plain = html.replaceAll("<[^>]*>", " ");
        return plain.substring(Math.max(0, few.start() - 30), Math.min(plain.length(), few.end() + 20))
                .replaceAll("\\s+", " ");
    }

    /** Of ours: with the ids of the case, and with those of the draft and the migration. What is published is everybody's. */
    private Set<String> paths(Person policy) {
        Map<String, String> ids = new TreeMap<>(only.ids());
        ids.put("drafts:id", draft.substring(draft.lastIndexOf('/') + 1));
        ids.put("what-ifs:id", ids.get("drafts:id"));
        TriedCase asked = new TriedCase(
                only.label(),
                only.caseNumber(),
                only.clusterName(),
                only.unitName(),
                only.applicantGroup(),
                only.cityGroup(),
                only.experts(),
                only.candidateGroup(),
                only.assignee(),
                ids);
        Set<String> paths = new LinkedHashSet<>();
        for (Row row : OwnPages.ROWS) {
            if (row.method().equals("GET") && row.rule() != Rule.EVERYBODY) {
                for (TriedCase tried : List.of(only, asked)) {
                    String path = tried.filled(row.path() + row.query(), policy);
                    if (path != null) {
                        paths.add(path);
                    }
                }
            }
        }
        for (String process : List.of("clusterRecognition", "reviewChecks", "dataFiling")) {
            paths.add("/admin/migrations/plan?process=" + process + "&from=1");
            paths.add("/admin/migrations/diagrams/" + process + "?version=1");
        }
        paths.add("/cases?q=" + URLEncoder.encode("盐池", StandardCharsets.UTF_8));
        paths.add("/search?q=" + only.caseNumber());
        return paths;
    }

    /** By both of its addresses, whatever the doors say, and in every way that it can be asked. */
    private void engine(Caller caller, Person policy, Map<String, String> read) {
        List<String> asked = new ArrayList<>();
        for (Row row : EngineResources.all()) {
            String path = row.method().equals("GET") ? only.filled(row.path() + row.query(), policy) : null;
            if (path != null) {
                asked.add(path);
            }
        }
        for (EngineDoorsListed.Door door : EngineDoorsListed.all()) {
            String path = door.path().replace("/camunda/api/engine/engine/default", "");
            Matcher variable = VARIABLE.matcher(path);
            if (door.method().equals("GET")) {
                asked.add(variable.replaceAll(found -> Matcher.quoteReplacement(idFor(found.group()))));
            }
        }
        String like = URLEncoder.encode("%" + only.ids().get("secret") + "%", StandardCharsets.UTF_8);
        asked.add("/process-definition?incidentMessageLike=" + like);
        asked.add("/process-definition?incidentMessage="
                + URLEncoder.encode(only.ids().get("secret"), StandardCharsets.UTF_8));
        asked.add("/process-definition?incidentId=" + only.ids().get("engineIncidentId"));
        asked.add("/process-definition/count?incidentMessageLike=" + like);
        asked.add("/process-definition/count?incidentType=matrix");
        asked.add("/process-definition?processDefinitionKeyIn=clusterRecognition");
        for (String path : new LinkedHashSet<>(asked)) {
            if (path.startsWith("/camunda")) {
                keep(read, path, caller.webApps("GET", path, null));
            } else {
                keep(
                        read,
                        "/camunda/api/engine/engine/default" + path,
                        caller.webApps("GET", "/camunda/api/engine/engine/default" + path, null));
                keep(read, "/engine-rest" + path, caller.rest("GET", path, null));
            }
        }
        for (Row row : EngineResources.all()) {
            if (row.method().equals("POST") && row.answer() == Row.Answer.EMPTY) {
                String path = only.filled(row.path(), policy);
                keep(read, "/engine-rest" + path, caller.rest("POST", path, row.sent()));
            }
        }
        assertThat(List.of(
                        "/process-definition/count?incidentMessageLike=" + like,
                        "/process-definition/count?incidentType=matrix"))
                .as("whether there is an incident whose message tells of the case cannot be asked")
                .allSatisfy(path -> assertThat(read.getOrDefault("/engine-rest" + path, "{\"count\":0}"))
                        .isEqualTo("{\"count\":0}"));
    }

    private String idFor(String variable) {
        String name = variable.substring(1, variable.length() - 1);
        return switch (name) {
            case "self" -> "policy";
            case "task" -> only.ids().get("taskId");
            case "instance" -> only.ids().get("instanceId");
            case "deployment" -> only.ids().get("deploymentId");
            case "definition" -> only.ids().get("definitionId");
            default -> only.ids().getOrDefault(name + "Id", only.ids().getOrDefault(name, "x"));
        };
    }

    private static void keep(Map<String, String> read, String path, Caller.Answer answer) {
        if (answer.status() == 200) {
            read.put(path, answer.body());
        }
    }
}
