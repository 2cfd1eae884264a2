package org.smecluster.change;

import org.smecluster.casework.CaseRecord;
import org.smecluster.change.ChangeFilings.Filing;
import org.smecluster.registry.ClusterRecord;

/** What is said of a change: why it is not taken, its period, what is reported of one that came late or not at all. */
final class ChangeWording {

    private ChangeWording() {}

    static String notInForce(ClusterRecord cluster) {
        return "集群“" + cluster.name() + "”现为“" + cluster.state().label() + "”，有效期内的自治区级集群才需备案（第十五条）";
    }

    static String beforeTheTerm(FiledChange change, ClusterRecord cluster) {
        return "变动发生的日期（" + change.changedOn() + "）早于认定日期（" + cluster.recognisedOn() + "），认定以前的变动不属于有效期内的变动，请核对（第十五条）";
    }

    static String knownAlready(FiledChange change, ClusterRecord cluster, CaseRecord known) {
        return "集群“" + cluster.name() + "”" + change.changedOn() + "的"
                + change.kind().label() + "变动" + (known.closed() ? "已经备案（" : "正在办理（") + known.caseNumber() + "），不另立案";
    }

    /** To the unit. */
    static String discovered(FiledChange change, ClusterRecord cluster) {
        return "自治区发现集群“%s”于%s发生%s变动而没有备案，请核对并提交备案（第十五条）。"
                .formatted(cluster.name(), change.changedOn(), change.kind().label());
    }

    /** @param late whether a submission of today comes, or the submission came, after the last day */
    static String period(Filing filing, boolean late) {
        if (filing.lastDay() == null) {
            return "该变动没有备案期限。";
        }
        String until = "变动发生于%s，备案截止%s 24:00。".formatted(filing.changedOn(), filing.lastDay());
        if (filing.submittedOn() != null) {
            return until + (late ? "已于%s提交，逾期。" : "已于%s提交，未逾期。").formatted(filing.submittedOn());
        }
        return until + (late ? "今天提交已经逾期，照样受理，并注明逾期。" : "今天提交不逾期。");
    }

    /** @param over whether the period was over when the region found it */
    static String foundUnfiled(Filing filing, boolean over) {
        return "自治区发现%s发生的%s变动没有备案；备案期限至%s，%s"
                .formatted(filing.changedOn(), filing.kind().label(), filing.lastDay(), over ? "发现时已经届满" : "发现时尚未届满");
    }

    static String filedLate(Filing filing) {
        return "%s发生的%s变动，应于%s前备案，%s才提交"
                .formatted(filing.changedOn(), filing.kind().label(), filing.lastDay(), filing.submittedOn());
    }

    static String neverFiled(Filing filing) {
        return "%s发生的%s变动，应于%s前备案，期满仍未提交备案"
                .formatted(filing.changedOn(), filing.kind().label(), filing.lastDay());
    }
}
