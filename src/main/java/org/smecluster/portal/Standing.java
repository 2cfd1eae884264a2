package org.smecluster.portal;

import org.smecluster.recognition.ApplicationState;

/**
 * Where an application stands, and what comes next.
 *
 * @param sentence who has to do what
 * @param style class of the badge
 */
record Standing(String sentence, String style) {

    static Standing of(ApplicationState state) {
        return switch (state) {
            case DRAFT -> running("申报单位正在填报：上传数据表，填写声明，核对评估结果，在申报截止前承诺真实并提交。");
            case SUBMITTED -> running("申报材料已提交，等待市级主管部门受理审查。");
            case RETURNED -> running("市级主管部门要求补正，申报单位应在补正期限内改正并重新提交；逾期未提交的，申报终止。");
            case ACCEPTED -> running("已受理，等待市级主管部门初审并决定是否推荐。");
            case RECOMMENDED -> running("已推荐，等待自治区工业和信息化厅复审。");
            case RE_REVIEWED -> running("复审已办结，等待本批次统一比较和审定。");
            case SELECTED -> running("已入选，等待公示。");
            case NOT_SELECTED -> running("未入选，等待本批次办结。");
            case IN_NOTICE -> running("正在公示，等待公示期满和异议处理。");
            case RECOGNISED -> new Standing("已认定为自治区级集群，有效期三年，期满可申请复核。", "badge-good");
            case NOT_RECOGNISED -> refused("本批次未认定，理由见“原因”。符合条件的，可在下一批次重新申报。");
            case INELIGIBLE -> refused("申报主体不符合第十二条(一)的规定，申报终止。请由符合规定的单位申报。");
            case REFUSED -> refused("市级主管部门不予受理，理由见“原因”。");
            case NOT_RECOMMENDED -> refused("市级主管部门未推荐，理由见“原因”。");
            case WITHDRAWN -> new Standing("申报单位已撤回申报，本案结束。", "badge-over");
            case LAPSED -> new Standing("期限已过，本案结束。", "badge-over");
        };
    }

    private static Standing running(String sentence) {
        return new Standing(sentence, "");
    }

    private static Standing refused(String sentence) {
        return new Standing(sentence, "badge-bad");
    }
}
