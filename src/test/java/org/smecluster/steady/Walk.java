package org.smecluster.steady;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;

/**
 * The recognition from the annual notice to the published list, one step at a time. Nothing is remembered between the
 * steps: each looks up where the cases stand and does what is next, so that it can go on after any interruption.
 */
final class Walk {

    /** What a step came upon. */
    enum Found {
        WORK,
        /** The engine has to go on first. */
        NOTHING_YET,
        NOTHING_MORE
    }

    /** An application: who applies, which city reviews, with which sample. */
    record Applicant(String userId, String city, SampleCluster sample, boolean selected) {

        String cluster() {
            return sample.getClusterName();
        }
    }

    private static final String OFFICER = "officer-1";
    private static final String LEADER = "leader";
    private static final String ADMIN = "admin";
    private static final String GROUNDS = "产值数据与统计年鉴不一致";
    private static final Pattern UNEXPLAINED = Pattern.compile(
            "action=\"(/cases/[^\"]+/absence)\"(?:(?!</form>).)*?<textarea[^>]*></textarea>", Pattern.DOTALL);
    private static final Pattern TICK = Pattern.compile("action=\"(/cases/[^\"]+/tick)\"");
    private static final Pattern SCORE = Pattern.compile("<input type=\"number\"[^>]*name=\"(score-[0-9]+)\"[^>]*>");
    private static final Pattern SYSTEM_TIME = Pattern.compile("系统时间：<strong>(\\d+)年(\\d+)月(\\d+)日");

    private final LocalDate opened = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final List<Applicant> applicants;

    /** Told before each request that changes something. */
    private final Runnable beforeWriting;

    Walk(Runnable beforeWriting) {
        this.beforeWriting = beforeWriting;
        Map<String, SampleCluster> samples = new HashMap<>();
        SampleClusters.of(opened.getYear()).forEach(sample -> samples.put(sample.key(), sample));
        this.applicants = List.of(
                new Applicant("pingluo", "city-shizuishan", samples.get("fine-chemicals-pingluo"), true),
                new Applicant("zhongning", "city-zhongwei", samples.get("goji-zhongning"), true),
                new Applicant("shizuishan-hitech", "city-shizuishan", samples.get("equipment-dawukou"), true),
                new Applicant("yongning", "city-yinchuan", samples.get("wine-yongning"), false));
    }

    List<Applicant> applicants() {
        return applicants;
    }

    /** From the notice on; the applications only once it is there. */
    Found openBatch(Staff staff) {
        if (batch(staff) != null) {
            return Found.NOTHING_MORE;
        }
        Map<String, Object> form = new HashMap<>();
        form.put("year", opened.getYear());
        form.put("noticeNumber", "宁工信企发〔" + opened.getYear() + "〕1号");
        form.put("windowStart", opened.toString());
        form.put("windowEnd", opened.plusDays(20).toString());
        form.put("recommendationDeadline", opened.plusDays(40).toString());
        form.put("publicityDays", 5);
        beforeWriting.run();
        staff.start(OFFICER, "recognitionBatch", form);
        return Found.WORK;
    }

    /** One step of one application, up to the conclusion of its re-review. */
    Found application(Staff staff, Applicant applicant) {
        JsonNode instances = staff.get(
                ADMIN,
                "/history/process-instance?processDefinitionKey=clusterRecognition&variables=clusterName_eq_"
                        + encoded(applicant.cluster()));
        if (instances.isEmpty()) {
            beforeWriting.run();
            staff.start(applicant.userId(), "clusterRecognition", startForm(applicant));
            return Found.WORK;
        }
        String caseNumber = instances.get(0).path("businessKey").asText();
        for (JsonNode task : tasks(staff, caseNumber)) {
            String key = task.path("taskDefinitionKey").asText();
            if (key.equals("task_enterData") && !uploaded(staff, applicant, caseNumber)) {
                return Found.WORK;
            }
            if (key.equals("task_confirmAndSubmit") && explained(staff, applicant.userId(), caseNumber)) {
                return Found.WORK;
            }
            if (key.equals("task_decideAcceptance") && accepted(staff, applicant.city(), caseNumber)) {
                return Found.WORK;
            }
            if (key.equals("task_giveExpertOpinion") && scored(staff, person(key, applicant), caseNumber)) {
                return Found.WORK;
            }
            complete(staff, person(key, applicant), task, applicationForm(key, applicant));
            return Found.WORK;
        }
        boolean concluded = staff.get(
                                ADMIN,
                                "/history/task/count?processInstanceBusinessKey=" + caseNumber
                                        + "&taskDefinitionKey=task_concludeReReview&finished=true")
                        .path("count")
                        .asInt()
                > 0;
        return concluded ? Found.NOTHING_MORE : Found.NOTHING_YET;
    }

    /** Hands the workbook in where it is not stored yet; the check of one that is on its way is waited for. */
    private boolean uploaded(Staff staff, Applicant applicant, String caseNumber) {
        Upload upload = Upload.of(staff, applicant.userId(), caseNumber);
        if (upload == Upload.STORED) {
            return true;
        }
        if (upload == Upload.NONE) {
            beforeWriting.run();
            Staff.expect(
                    staff.browser(applicant.userId())
                            .upload(
                                    "/cases/" + caseNumber + "?section=upload",
                                    "/cases/" + caseNumber + "/workbook",
                                    "file",
                                    applicant.sample().key() + ".xlsx",
                                    workbook(applicant.sample())),
                    "upload",
                    200,
                    302);
        }
        return false;
    }

    /** Says of one material that is missing why; false where nothing is left to be said. */
    boolean explained(Staff staff, String userId, String caseNumber) {
        String page = "/cases/" + caseNumber + "?section=evidence";
        Matcher unexplained = UNEXPLAINED.matcher(staff.page(userId, page));
        if (!unexplained.find()) {
            return false;
        }
        beforeWriting.run();
        Staff.expect(staff.browser(userId).post(page, unexplained.group(1), "reason", "正在编制，补正时提供。"), "absence", 302);
        return true;
    }

    /** The city accepts one reason why something is missing; false where none is left. */
    boolean accepted(Staff staff, String userId, String caseNumber) {
        String page = "/cases/" + caseNumber + "?section=evidence";
        for (String item : staff.page(userId, page).split("<li class=\"evidence-item\"")) {
            Matcher tick = TICK.matcher(item);
            if (item.contains("暂不能提供的原因") && !item.contains("市级认可") && tick.find()) {
                beforeWriting.run();
                Staff.expect(staff.browser(userId).post(page, tick.group(1), "accepted", "true"), "tick", 302);
                return true;
            }
        }
        return false;
    }

    /** The expert fills in the sheet; false where it is filled in. */
    private boolean scored(Staff staff, String userId, String caseNumber) {
        String page = "/cases/" + caseNumber + "?section=scores";
        List<String> scores = new ArrayList<>();
        boolean gaps = false;
        for (Matcher field = SCORE.matcher(staff.page(userId, page)); field.find(); ) {
            gaps = gaps || !field.group().contains(" value=");
            scores.addAll(List.of(field.group(1), "85"));
        }
        if (gaps) {
            beforeWriting.run();
            Staff.expect(
                    staff.browser(userId).post(page, "/cases/" + caseNumber + "/scores", scores.toArray(String[]::new)),
                    "scores",
                    302);
        }
        return gaps;
    }

    /** One step of the batch after the re-reviews: comparison, selection, notice, objection, list. */
    Found batchStep(Staff staff) {
        JsonNode batch = batch(staff);
        String number = batch.path("businessKey").asText();
        for (JsonNode task : tasks(staff, number)) {
            String key = task.path("taskDefinitionKey").asText();
            if (key.equals("task_selectClusters") && !selected(staff, number)) {
                return Found.WORK;
            }
            complete(staff, person(key, null), task, batchForm(staff, key));
            return Found.WORK;
        }
        if (!batch.path("endTime").isNull()) {
            return running(staff, "clusterRecognition") + jobsOf(staff) == 0 ? Found.NOTHING_MORE : Found.NOTHING_YET;
        }
        JsonNode timers = staff.get(
                ADMIN, "/job?timers=true&sortBy=jobDueDate&sortOrder=asc&processDefinitionKey=" + "recognitionBatch");
        if (timers.isEmpty()) {
            timers = staff.get(ADMIN, "/job?timers=true&processDefinitionKey=publicNotice");
            if (timers.isEmpty() || published(staff) && (!objected(staff, number) || !ruled(staff))) {
                return Found.NOTHING_YET;
            }
        }
        beforeWriting.run();
        HttpResponse<String> answer = staff.browser(ADMIN)
                .post(
                        "/sample/timers",
                        "/sample/timers/" + timers.get(0).path("id").asText() + "/advance");
        Staff.expect(answer, "advance", 302);
        return Found.WORK;
    }

    private boolean selected(Staff staff, String batch) {
        String page = "/batches/" + batch + "?section=comparison";
        String shown = staff.page(LEADER, page);
        for (String article : shown.split("<article")) {
            Matcher action = Pattern.compile("action=\"(/batches/[^\"]+/selections/[^\"]+)\"")
                    .matcher(article);
            if (!action.find() || article.contains("class=\"badge ")) {
                continue;
            }
            boolean wanted = applicants.stream()
                    .filter(each -> article.contains(each.cluster()))
                    .findFirst()
                    .orElseThrow()
                    .selected();
            beforeWriting.run();
            HttpResponse<String> answer = staff.browser(LEADER)
                    .post(
                            page,
                            action.group(1),
                            "selected",
                            Boolean.toString(wanted),
                            "reason",
                            wanted ? "" : "产业链协作有待加强");
            Staff.expect(answer, "selection", 302);
            return false;
        }
        return true;
    }

    private boolean objected(Staff staff, String batch) {
        String page = "/batches/" + batch + "?section=notice";
        String shown = staff.page(OFFICER, page);
        if (shown.contains(GROUNDS)) {
            return true;
        }
        Matcher first = Pattern.compile("<option value=\"(NXJQ-[^\"]+)\"").matcher(shown);
        if (!first.find()) {
            return false;
        }
        beforeWriting.run();
        HttpResponse<String> answer = staff.browser(OFFICER)
                .post(
                        page,
                        "/batches/" + batch + "/objections",
                        "caseNumber",
                        first.group(1),
                        "objectorName",
                        "张三",
                        "contact",
                        "0951-0000000",
                        "grounds",
                        GROUNDS,
                        "receivedOn",
                        today(staff).toString());
        Staff.expect(answer, "objection", 302);
        return false;
    }

    private static boolean published(Staff staff) {
        return !staff.get(ADMIN, "/history/activity-instance?activityId=service_publishNotice&finished=true")
                .isEmpty();
    }

    private static boolean ruled(Staff staff) {
        return staff.get(ADMIN, "/history/task/count?taskDefinitionKey=task_ruleObjection&finished=true")
                        .path("count")
                        .asInt()
                > 0;
    }

    private void complete(Staff staff, String userId, JsonNode task, Map<String, Object> form) {
        String id = task.path("id").asText();
        if (!userId.equals(task.path("assignee").asText())) {
            beforeWriting.run();
            staff.claim(userId, id);
        }
        beforeWriting.run();
        staff.submit(userId, id, form);
    }

    private static String person(String task, Applicant applicant) {
        return switch (task) {
            case "task_enterData", "task_confirmAndSubmit" -> applicant.userId();
            case "task_decideAcceptance", "task_reviewPreliminarily", "task_decideRecommendation" -> applicant.city();
            case "task_giveExpertOpinion" -> "expert-wang";
            case "task_selectClusters", "task_ruleObjection" -> LEADER;
            default -> OFFICER;
        };
    }

    static Map<String, Object> startForm(Applicant applicant) {
        Map<String, Object> form = new HashMap<>();
        form.put("clusterName", applicant.cluster());
        form.put("leadingIndustry", applicant.sample().workbook().basics().leadingIndustry());
        form.put("crossCounty", Boolean.toString(applicant.sample().crossCounty()));
        if (applicant.sample().crossCounty()) {
            form.put("involvedCounties", applicant.sample().involvedCounties());
            form.put("countyOutputs", applicant.sample().countyOutputs());
        }
        if (applicant.sample().designatedByCity()) {
            form.put("designatedByCity", true);
            form.put("designationDocument", "石工信函〔" + applicant.sample().getApplicationYear() + "〕3号");
        }
        return form;
    }

    Map<String, Object> applicationForm(String task, Applicant applicant) {
        String judgement = "已逐项核对说明，理由成立，同意继续办理。";
        return switch (task) {
            case "task_enterData" -> declarations(applicant.sample());
            case "task_confirmAndSubmit" ->
                Map.of(
                        "nextStep",
                        "SUBMIT",
                        "explanation",
                        "说明："
                                + String.join(
                                        "；", applicant.sample().explanations().values()),
                        "truthfulnessCommitted",
                        true);
            case "task_decideAcceptance" -> Map.of("acceptance", "ACCEPT", "opinion", "申报主体适当，材料齐全，予以受理。");
            case "task_reviewPreliminarily" ->
                Map.of("conclusion", "MEETS", "opinion", "经逐项核对，各项条件符合要求。", "softMissJudgement", judgement);
            case "task_decideRecommendation" ->
                Map.of(
                        "recommendation",
                        "RECOMMEND",
                        "documentNumber",
                        "工信发〔" + opened.getYear() + "〕12号",
                        "documentDate",
                        opened.toString(),
                        "opinion",
                        "同意推荐上报。");
            case "task_planReReview" ->
                Map.of(
                        "expertReviewOrdered",
                        true,
                        "expertIds",
                        List.of("expert-wang"),
                        "siteInspectionOrdered",
                        true,
                        "siteInspectionReason",
                        "核实主导产业产值和重点企业生产情况。");
            case "task_giveExpertOpinion" -> Map.of("recommendation", "RECOMMEND", "opinion", "主导产业突出，创新和配套能力较强，同意推荐。");
            case "task_inspectOnSite" ->
                Map.of(
                        "inspectedOn", opened.toString(),
                        "participants", "丁少华、纳玉洁",
                        "findings", "抽查三家企业，产值、在建项目与申报数据一致。",
                        "conclusion", "CONSISTENT");
            case "task_concludeReReview" ->
                Map.of("conclusion", "PASS", "opinion", "复审通过，建议列入比较范围。", "softMissJudgement", judgement);
            default -> throw new IllegalStateException("a task that the walk does not know: " + task);
        };
    }

    private Map<String, Object> batchForm(Staff staff, String task) {
        return switch (task) {
            case "task_compareApplications" -> Map.of("comparisonSummary", "复审通过四件，各项条件均符合。");
            case "task_selectClusters" -> Map.of("selectionNote", "同意。", "selectionConfirmed", true);
            case "task_verifyObjection" -> Map.of("facts", "经与统计部门核对，产值数据一致。", "toldToApplicant", "异议反映产值数据不实，经核对一致。");
            case "task_ruleObjection" -> Map.of("ruling", "DISMISSED", "rulingReason", "数据经核对无误，异议不成立。");
            case "task_publishList" ->
                Map.of(
                        "documentNumber",
                        "宁工信企发〔" + opened.getYear() + "〕30号",
                        "documentDate",
                        today(staff).toString(),
                        "objectionsEntered",
                        true,
                        "publicationConfirmed",
                        true);
            default -> throw new IllegalStateException("a task that the walk does not know: " + task);
        };
    }

    static Map<String, Object> declarations(SampleCluster sample) {
        Map<String, Object> declared = new HashMap<>();
        sample.declarations().forEach((code, declaration) -> {
            if (declaration.value() != null) {
                declared.put(code, declaration.value().toString());
            }
            if (declaration.explanation() != null) {
                declared.put(code + "Explanation", declaration.explanation());
            }
        });
        declared.put("noIncidents", true);
        return declared;
    }

    static byte[] workbook(SampleCluster sample) {
        try {
            return SampleWorkbooks.workbook(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the application's own clock, which the walk puts forward. */
    private static LocalDate today(Staff staff) {
        Matcher time = SYSTEM_TIME.matcher(staff.page(ADMIN, "/sample/timers"));
        if (!time.find()) {
            throw new IllegalStateException("the page of the timers shows no time");
        }
        return LocalDate.of(
                Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)), Integer.parseInt(time.group(3)));
    }

    private static JsonNode batch(Staff staff) {
        JsonNode instances = staff.get(ADMIN, "/history/process-instance?processDefinitionKey=recognitionBatch");
        return instances.isEmpty() ? null : instances.get(0);
    }

    private static JsonNode tasks(Staff staff, String businessKey) {
        return staff.get(ADMIN, "/task?processInstanceBusinessKey=" + businessKey);
    }

    private static int running(Staff staff, String process) {
        return staff.get(ADMIN, "/process-instance/count?processDefinitionKey=" + process)
                .path("count")
                .asInt();
    }

    /** Work that the engine still has to do; the terms' timers wait for years. */
    private static int jobsOf(Staff staff) {
        return staff.get(ADMIN, "/job/count?messages=true").path("count").asInt();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
