package org.smecluster.national;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.smecluster.casework.CaseRecord;

/** What is said of a recommendation: to units, cities and staff, and to whoever comes second. */
final class NationalWording {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private NationalWording() {}

    static String proposedMeanwhile(Candidate candidate) {
        Proposal present = candidate.proposal();
        return present.byName() + "于" + TIME.format(present.at()) + "刚刚把" + candidate.named() + "记为“"
                + (present.recommended() ? "推荐" : "不推荐") + "”（理由：" + present.reason() + "），您的这一次没有保存。请查看最新情况后再决定是否更改";
    }

    static String evaluatedMeanwhile(Evaluation latest) {
        return (latest.byName() == null ? "系统" : latest.byName()) + "于" + TIME.format(latest.at())
                + "刚刚评估了候选，您的这一次没有保存。请查看最新的评估后再办理";
    }

    static String reasonWanted(boolean recommended) {
        return "请写明" + (recommended ? "推荐" : "不推荐") + "的理由；国家标准中由人判断的条件，也在理由中说明";
    }

    /** @param names of those recommended among the candidates */
    static String proposal(int candidates, List<String> names) {
        return "候选" + candidates + "个，推荐" + names.size() + "个" + (names.isEmpty() ? "" : "：" + String.join("、", names));
    }

    /** To whoever has the list in hand. */
    static String reminder(CaseRecord record, Notice notice, boolean deciding) {
        return "提醒：%s（%s）的国家申报截止日期为%s，推荐名单%s（第十六条）。"
                .formatted(
                        record.clusterName(),
                        record.caseNumber(),
                        notice.applyBy(),
                        deciding ? "已经提出，尚未审定，请尽快审定" : "尚未提出，请尽快比较候选、提交审定");
    }

    /**
     * To the cluster.
     *
     * @param applyBy null where the notice names no day
     */
    static String recommended(Candidate candidate, String documentNumber, LocalDate applyBy) {
        return "集群%s已由自治区以%s推荐申报国家级中小企业特色产业集群（第十六条）。%s"
                .formatted(
                        candidate.named(),
                        documentNumber,
                        applyBy == null ? "请按国家通知准备申报材料。" : "请按国家通知准备申报材料，截止日期" + applyBy + "。");
    }

    /** To the cluster. */
    static String result(Candidate candidate, String documentNumber) {
        return "集群%s%s国家级中小企业特色产业集群（%s）。"
                .formatted(candidate.named(), candidate.recognised() ? "已认定为" : "没有认定为", documentNumber);
    }

    /** To the officers. */
    static String ended(CaseRecord record, String standing, String why) {
        return "%s（%s）已办结：%s。%s".formatted(record.clusterName(), record.caseNumber(), standing, why);
    }

    /** Why there is no candidate. */
    static String nobody(int excluded) {
        return excluded == 0 ? "该年度没有集群报送" : "报送的" + excluded + "个集群都没有列入候选，各自的原因见比较表";
    }
}
