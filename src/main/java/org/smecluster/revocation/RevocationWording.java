package org.smecluster.revocation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseRecord;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationFact;

/** What is said in a revocation: to the cluster, to officers, and why a step is refused. */
final class RevocationWording {

    /** What a task offers its form is a variable, and the engine keeps no more than 4000 characters of one. */
    private static final int LONGEST_OFFERED = 3900;

    private RevocationWording() {}

    static String notInForce(ClusterRecord cluster) {
        return "集群“" + cluster.name() + "”现为“" + cluster.state().label() + "”，不在有效期内，不能立案撤销（第十七条）";
    }

    static String notInForceAnyMore(CaseRecord record, ClusterRecord cluster) {
        return "集群“" + record.clusterName() + "”现为“" + cluster.state().label()
                + "”，不在有效期内，不能撤销（第十七条）；请选择“不予撤销”，事由选“认定已不再有效”";
    }

    static String openAlready(ClusterRecord cluster, CaseRecord open) {
        return "集群“" + cluster.name() + "”已有撤销案件" + open.caseNumber() + "在办，请在该案件中一并查实，不另立案";
    }

    /** To the officers. */
    static String causeCame(String caseNumber, RevocationCause cause) {
        return "撤销案件%s收到新线索：%s。%s".formatted(caseNumber, cause.fact().label(), cause.evidence());
    }

    static String cause(RevocationCause cause) {
        return "%s %s（%s）：%s"
                .formatted(cause.fact().article(), cause.fact().label(), cause.occurredOn(), cause.evidence());
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_OFFERED ? text : text.substring(0, LONGEST_OFFERED) + "……（全文见“案件资料”标签页）";
    }

    static String notLookedInto(RevocationFact fact) {
        return "本案有“" + fact.label() + "”的线索，尚未查实，请在" + fact.article() + "一项选择结论";
    }

    static String unexamined(List<RevocationCause> causes) {
        return "查实事实以后又收到线索，尚未查实："
                + causes.stream().map(cause -> cause.fact().label()).distinct().collect(Collectors.joining("、"))
                + "（第十七条）。请选择“退回查实”，查实后再作决定";
    }

    static String beforeTheHearing(LocalDate decidedOn, LocalDate heardOn) {
        return "决定日期（" + decidedOn + "）早于听取陈述申辩或者听证的日期（" + heardOn + "），请核对（第十七条）";
    }

    static String servedOutOfTime(LocalDate servedOn, LocalDate established, LocalDate today) {
        return "送达日期（" + servedOn + "）应在查实事实之日（" + established + "）至今天（" + today + "）之间，请核对";
    }

    static String served(ServedNotice served) {
        return "撤销认定事先告知书（%s）于%s%s，收件人：%s。陈述申辩期限自次日起算。"
                .formatted(
                        served.noticeNumber(),
                        served.servedOn(),
                        served.method().label(),
                        served.recipient());
    }

    static String periodOver(LocalDate servedOn, LocalDate lastDay) {
        return "自" + servedOn + "送达起算，陈述申辩期限已于" + lastDay + "届满，申报主体没有机会在系统里陈述申辩；请重新送达，再按重新送达的日期登记";
    }

    static String periodRuns(LocalDate lastDay) {
        return "陈述申辩期限至" + lastDay + " 24:00届满，届满以前不能登记“未陈述申辩”（第十七条）";
    }

    static String hearingOrdered(CaseRecord record, String why) {
        return "自治区工业和信息化厅决定就拟撤销集群“%s”的认定组织听证，时间、地点另行书面通知（第十七条）。%s".formatted(record.clusterName(), why);
    }

    static String hearingOutOfTime(LocalDate heldOn, LocalDate orderedOn, LocalDate today) {
        return "听证日期（" + heldOn + "）应在决定组织听证之日（" + orderedOn + "）至今天（" + today + "）之间，请核对";
    }

    /** To the cluster. */
    static String correctionOrdered(CaseRecord record, LocalDate correctBy, String reason) {
        return "集群“%s”（案卷%s）有第十七条所列情形，限于%s 24:00前整改并报告。%s"
                .formatted(record.clusterName(), record.caseNumber(), correctBy, reason);
    }

    static String draft(CaseRecord record, String grounds, String findings) {
        return "经查实，集群“%s”有%s所列情形，拟撤销其认定。查明的事实：%s".formatted(record.clusterName(), grounds, findings);
    }

    /**
     * To the cluster.
     *
     * @param grounds as cited
     * @param lastDay to be heard
     */
    static String notice(CaseRecord record, String grounds, LocalDate lastDay, String findings) {
        return "经查实，集群“%s”有%s所列情形，拟撤销其认定。可以在%s 24:00前陈述、申辩，期满未提出的视为没有意见。查明的事实：%s"
                .formatted(record.clusterName(), grounds, lastDay, findings);
    }

    /** To the cluster. */
    static String revoked(CaseRecord record) {
        return "集群“%s”（%s）的自治区级集群认定已撤销，决定和理由见案卷%s（第十七条）。"
                .formatted(record.clusterName(), record.clusterNumber(), record.caseNumber());
    }
}
