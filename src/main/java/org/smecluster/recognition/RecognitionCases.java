package org.smecluster.recognition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.CaseRecord;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** Applications as cases: what is told of them, and how they are withdrawn. */
@Component
class RecognitionCases implements CaseProcedure {

    private static final Withdrawal WITHDRAWAL =
            new Withdrawal("撤回申报", "申报单位在公示开始以前可以撤回申报。撤回后本案结束，不能恢复；在申报期内可以重新申报。已提交的材料和意见继续存档。");

    private final Applications applications;
    private final Batches batches;
    private final Units units;
    private final ClusterExtents extents;
    private final RecognitionService recognition;
    private final OnSiteVerification verification;

    RecognitionCases(
            Applications applications,
            Batches batches,
            Units units,
            ClusterExtents extents,
            RecognitionService recognition,
            OnSiteVerification verification) {
        this.applications = applications;
        this.batches = batches;
        this.units = units;
        this.extents = extents;
        this.recognition = recognition;
        this.verification = verification;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.RD;
    }

    @Override
    public String title(CaseRecord record) {
        return "认定申报案件";
    }

    @Override
    public String process(CaseRecord record) {
        return "clusterRecognition";
    }

    @Override
    public String paper() {
        return "申报表";
    }

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.OPINIONS);
    }

    @Override
    public List<Fact> facts(CaseRecord record) {
        Application application = application(record);
        Batch batch = batches.find(application.batchId()).orElseThrow();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("主导产业", application.leadingIndustry()));
        facts.add(Fact.of("申报主体", application.applicantType().label()));
        facts.add(Fact.of("跨县（市、区）", crossCounty(application)));
        if (application.crossCounty()) {
            facts.addAll(extents.facts(application.id()));
        }
        if (application.designatedByCity()) {
            facts.add(Fact.of("市级指定文件", application.designationDocument()));
        }
        if (application.eligibilityReason() != null) {
            facts.add(Fact.of("申报主体资格", application.eligibilityReason()));
        }
        facts.add(new Fact(
                "申报批次",
                "%s（%d年度，通知文号%s）".formatted(batch.batchNumber(), batch.year(), batch.noticeNumber()),
                "/batches/" + batch.batchNumber()));
        facts.add(Fact.of("申报截止", batch.windowEnd() + " 24:00"));
        facts.add(Fact.of("推荐截止", batch.recommendationDeadline() + " 24:00"));
        verification
                .find(record.caseNumber())
                .ifPresent(found -> facts.add(
                        Fact.of("现场核查", found.completed() ? "已办结，核查日期" + found.verifiedOn() : "本批次的申报通知要求，尚未办结")));
        if (application.submittedOn() != null) {
            facts.add(Fact.of("首次提交日期", application.submittedOn()));
        }
        return facts;
    }

    private String crossCounty(Application application) {
        return application.crossCounty()
                ? "是，还涉及"
                        + application.involvedCounties().stream()
                                .map(code -> units.find(code).map(Unit::name).orElse(code))
                                .collect(Collectors.joining("、"))
                : "否";
    }

    @Override
    public Optional<String> nextStep(CaseRecord record) {
        return Optional.of(
                switch (application(record).state()) {
                    case DRAFT -> "申报单位正在填报：上传数据表，填写声明，核对评估结果，在申报截止前承诺真实并提交。";
                    case SUBMITTED -> "申报材料已提交，等待市级主管部门受理审查。";
                    case RETURNED -> "市级主管部门要求补正，申报单位应在补正期限内改正并重新提交；逾期未提交的，申报终止。";
                    case ACCEPTED ->
                        verification.isOpen(record.caseNumber())
                                ? "已受理，等待市级主管部门现场核查、初审并决定是否推荐。"
                                : "已受理，等待市级主管部门初审并决定是否推荐。";
                    case RECOMMENDED -> "已推荐，等待自治区工业和信息化厅复审。";
                    case RE_REVIEWED -> "复审已办结，等待本批次统一比较和审定。";
                    case SELECTED -> "已入选，等待公示。";
                    case NOT_SELECTED -> "未入选，等待本批次办结。";
                    case IN_NOTICE -> "正在公示，等待公示期满和异议处理。";
                    case RECOGNISED -> "已认定为自治区级集群，有效期三年，期满可申请复核。";
                    case NOT_RECOGNISED -> "本批次未认定，理由见“结论理由”。符合条件的，可在下一批次重新申报。";
                    case INELIGIBLE -> "申报主体不符合第十二条(一)的规定，申报终止。请由符合规定的单位申报。";
                    case REFUSED -> "市级主管部门不予受理，理由见“结论理由”。";
                    case NOT_RECOMMENDED -> "市级主管部门未推荐，理由见“结论理由”。";
                    case WITHDRAWN -> "申报单位已撤回申报，本案结束。";
                    case LAPSED -> "期限已过，本案结束。";
                });
    }

    @Override
    public Optional<Withdrawal> withdrawal(CaseRecord record) {
        return application(record).state().withdrawable() ? Optional.of(WITHDRAWAL) : Optional.empty();
    }

    @Override
    public void withdraw(String caseNumber, String reason, Account by) {
        recognition.withdraw(caseNumber, by, reason);
    }

    private Application application(CaseRecord record) {
        return applications.byCaseNumber(record.caseNumber()).orElseThrow();
    }
}
