package org.smecluster.support;

import static org.smecluster.support.Desks.LEADER;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.OTHER_OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.smecluster.cultivation.CultivationLine;
import org.smecluster.national.NationalService;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.Recognition;
import org.smecluster.security.Account;
import org.smecluster.support.Desks.Clerk;

/** Cases after recognition, walked up to a step; all of 平罗县. */
public final class CaseWalk {

    private CaseWalk() {}

    /** A recognised cluster, published today. @return its number */
    public static String recognised(ClusterRegistry registry) {
        return registry.register(recognition(TestClock.today())).clusterNumber();
    }

    public static Recognition recognition(LocalDate publishedOn) {
        return new Recognition(
                "NXJQ-2026-RD-00001",
                "平罗碳基材料集群",
                "碳基材料",
                "640221",
                "6402",
                "county-640221",
                publishedOn,
                "宁工信企发〔2026〕30号");
    }

    /** As {@link #recognised}, of 中宁县. */
    public static String zhongningRecognised(ClusterRegistry registry) {
        return registry.register(new Recognition(
                        "NXJQ-2026-RD-00002",
                        "中宁枸杞集群",
                        "枸杞",
                        "640521",
                        "6405",
                        "county-640521",
                        TestClock.today(),
                        "宁工信企发〔2026〕30号"))
                .clusterNumber();
    }

    /** @param more fields that are added or in the place of these, key, value, … */
    public static ProcessInstance admissionRequested(Desks desks, Clerk clerk, Object... more) {
        List<Object> fields = new ArrayList<>(List.of(
                "clusterName",
                "平罗冶金集群",
                "leadingIndustry",
                "冶金",
                "latestOutput",
                18.5,
                "enterpriseCount",
                46,
                "profile",
                "沿黄工业带，以硅锰合金为主"));
        fields.addAll(List.of(more));
        return desks.start(clerk, "cultivationAdmission", fields.toArray());
    }

    public static void planEntered(Desks desks, ProcessInstance instance) {
        List<Object> fields = new ArrayList<>(List.of("developmentPlan", "三年产值过三十亿元"));
        for (CultivationLine line : CultivationLine.values()) {
            fields.addAll(List.of(line.field() + "Goals", line.label() + "目标"));
            fields.addAll(List.of(line.field() + "Measures", line.label() + "措施", line.field() + "Unit", "县工信局"));
        }
        desks.complete(PINGLUO, instance, "task_enterPlan", fields.toArray());
    }

    /** An application for the pool, decided to be admitted; the fields as in {@link #admissionRequested}. */
    public static ProcessInstance admissionDecided(Desks desks, Object... more) {
        ProcessInstance instance = admissionRequested(desks, PINGLUO, more);
        planEntered(desks, instance);
        desks.complete(SHIZUISHAN, instance, "task_guideAdmission", "guidance", "FORWARD", "opinion", "规划可行");
        desks.complete(OFFICER, instance, "task_decideAdmission", "decision", "ADMIT", "reason", "同意入库");
        return instance;
    }

    /** The yearly progress, after which the cluster is to leave the pool. */
    public static void removalDecided(Desks desks, ProcessInstance instance) {
        desks.complete(
                PINGLUO, instance, "task_reportProgress", "latestOutput", 9, "progress", "龙头企业外迁", "wish", "LEAVE");
        desks.complete(OFFICER, instance, "task_reviewProgress", "review", "REMOVE", "opinion", "不再具备培育基础");
    }

    /** @param more fields that are added or in the place of these, key, value, … */
    public static ProcessInstance lateObjection(Desks desks, String cluster, Object... more) {
        List<Object> fields = new ArrayList<>(List.of(
                "clusterNumber",
                cluster,
                "objectorName",
                "李四",
                "contact",
                "0951-1111111",
                "receivedOn",
                TestClock.today().toString(),
                "receiptNumber",
                "收2026-230",
                "grounds",
                "主导产业与实际不符"));
        fields.addAll(List.of(more));
        return desks.start(OFFICER, "lateObjection", fields.toArray());
    }

    public static void lateObjectionVerified(Desks desks, ProcessInstance instance) {
        desks.complete(
                OFFICER,
                instance,
                "task_verifyLateObjection",
                "facts",
                "向李四核实，情况如下",
                "toldToApplicant",
                "异议反映主导产业与实际不符，已核实");
    }

    public static ProcessInstance lateObjectionHandedOver(Desks desks, String cluster) {
        ProcessInstance instance = lateObjection(desks, cluster);
        lateObjectionVerified(desks, instance);
        desks.complete(
                LEADER,
                instance,
                "task_decideLateObjection",
                "lateObjectionOutcome",
                "HAND_OVER",
                "reason",
                "申报时的产值数据不实",
                "revocationFact",
                "FALSE_APPLICATION_FOUND");
        return instance;
    }

    public static ProcessInstance practiceHandedIn(Desks desks, Clerk clerk, String cluster) {
        return desks.start(
                clerk,
                "practiceCase",
                "clusterNumber",
                cluster,
                "theme",
                "DIGITAL",
                "title",
                "一张网管能耗",
                "summary",
                "建设能耗在线监测平台",
                "results",
                "单位能耗下降8%");
    }

    public static void practiceSelected(Desks desks, String cluster) {
        ProcessInstance instance = practiceHandedIn(desks, SHIZUISHAN, cluster);
        desks.complete(OFFICER, instance, "task_selectPractice", "selection", "SELECT", "opinion", "入选");
    }

    /** A change of today that nobody submits. */
    public static ProcessInstance changeReported(Desks desks, String cluster, String kind) {
        return desks.start(
                PINGLUO,
                "changeFiling",
                "clusterNumber",
                cluster,
                "changeKind",
                kind,
                "changedOn",
                TestClock.today().toString(),
                "newValue",
                "新材料",
                "description",
                "产业升级");
    }

    /** A change of today, decided to be registered. */
    public static void changeToRegister(Desks desks, String cluster) {
        ProcessInstance instance = changeReported(desks, cluster, "LEADING_INDUSTRY");
        desks.complete(PINGLUO, instance, "task_confirmFiling", "filingStep", "SUBMIT", "newValue", "新材料");
        desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "FORWARD", "opinion", "属实");
        desks.complete(OFFICER, instance, "task_registerChange", "registration", "REGISTER", "opinion", "同意备案");
    }

    /** A revocation opened by hand, its facts established, the notice served on the same day. */
    public static ProcessInstance groundsFound(Desks desks, String cluster) {
        ProcessInstance instance = desks.start(
                OFFICER,
                "revocation",
                "clusterNumber",
                cluster,
                "facts",
                List.of("SUPERVISION_REFUSED"),
                "evidence",
                "拒绝现场核查",
                "occurredOn",
                TestClock.today().toString());
        desks.complete(
                OFFICER,
                instance,
                "task_establishFacts",
                "supervisionRefused",
                "true",
                "findings",
                "两次拒绝现场核查",
                "evidence",
                "核查记录");
        noticeServed(desks, instance);
        return instance;
    }

    /** The 事先告知书, handed over today. */
    public static void noticeServed(Desks desks, ProcessInstance instance) {
        desks.complete(OFFICER, instance, "task_serveNotice", served(TestClock.today()));
    }

    /** What the officer enters of a notice handed over. */
    public static Object[] served(LocalDate day) {
        return new Object[] {
            "noticeNumber", "宁工信告〔2027〕3号",
            "method", "DIRECT",
            "servedOn", day.toString(),
            "recipient", "平罗县工业和信息化局，办公室主任李某",
            "receipt", "送达回证第3号，存本案卷"
        };
    }

    public static void revocationDecided(Desks desks, ProcessInstance instance) {
        desks.complete(OTHER_OFFICER, instance, "task_checkLegality", "legality", "PASSED", "opinion", "事实清楚");
        desks.complete(
                LEADER,
                instance,
                "task_decideRevocation",
                "decision",
                "REVOKE",
                "revocationConfirmed",
                true,
                "reason",
                "拒不配合监督",
                "documentNumber",
                "宁工信企发〔2027〕9号",
                "documentDate",
                TestClock.today().toString());
    }

    /** Of the reports of last year, whose candidates are to be evaluated. */
    public static ProcessInstance nationalRecommendation(Desks desks) {
        return desks.start(
                OFFICER,
                "nationalRecommendation",
                "reportYear",
                TestClock.today().getYear() - 1);
    }

    /** The one candidate, proposed and approved. */
    public static void recommendedNationally(
            NationalService national, Desks desks, ProcessInstance instance, String cluster) {
        national.propose(
                instance.getBusinessKey(),
                cluster,
                true,
                "细分领域全国领先",
                null,
                null,
                new Account(OFFICER.user(), "丁少华", List.of(OFFICER.group())));
        desks.complete(OFFICER, instance, "task_proposeSelection", "proposalNote", "综合比较");
        desks.complete(
                LEADER,
                instance,
                "task_decideRecommendations",
                "nationalDecision",
                "APPROVE",
                "opinion",
                "同意推荐",
                "documentNumber",
                "宁工信企发〔2027〕40号",
                "documentDate",
                TestClock.today().toString(),
                "nationalConfirmed",
                true);
    }

    /** The ministry recognised it. */
    public static void nationalResult(Desks desks, ProcessInstance instance, String cluster) {
        desks.complete(
                OFFICER,
                instance,
                "task_recordNationalResult",
                "nationallyRecognised",
                List.of(cluster),
                "resultDocument",
                "工信部企业函〔2027〕300号",
                "resultDate",
                TestClock.today().toString());
    }
}
