package org.smecluster.policy.guard.variants;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** What the Measures forbid, each as somebody would draw it. */
final class SpoiltLaw {

    private SpoiltLaw() {}

    static void describe(Catalogue all) {
        revocation(all);
        recognition(all);
        notice(all);
        term(all);
        reports(all);
        strangers(all);
    }

    private static Set<String> retarget(Bpmn model, String flow, String target) {
        Element element = model.get(flow);
        Set<String> named = Sets.union(model.after(element.getAttribute("sourceRef")), model.after(target));
        model.target(element, target);
        model.sweep();
        named.addAll(model.after(element.getAttribute("sourceRef")));
        return named;
    }

    /** A timer that takes the next step where nobody acted. */
    private static Set<String> afterSilence(Bpmn model, String task, String target, boolean interrupts) {
        Element timer = model.add("boundaryEvent", "event_silence", "超时", (Element)
                model.get(task).getParentNode());
        timer.setAttribute("attachedToRef", task);
        timer.setAttribute("cancelActivity", String.valueOf(interrupts));
        model.define(timer, "timerEventDefinition");
        model.timer(timer, "timeDuration", "P5D");
        model.flow("flow_silence", "event_silence", target);
        return Sets.union(model.after(task), model.after("event_silence"));
    }

    private static void revocation(Catalogue all) {
        String process = "revocation";
        all.bpmn(
                "撤销：线索未查实即告知",
                process,
                "线索",
                m -> retarget(m, "flow_causeReported_establishFacts", "task_serveNotice"));
        all.bpmn(
                "撤销：立案即决定",
                process,
                "立案",
                m -> retarget(m, "flow_revocationStarted_establishFacts", "task_decideRevocation"));
        all.bpmn("撤销：有情形即公布", process, "情形", m -> retarget(m, "flow_groundFound", "service_announceRevocation"));
        all.bpmn("撤销：不等申辩", process, "申辩", m -> retarget(m, "flow_notifyCluster_stateDefence", "task_checkLegality"));
        all.bpmn(
                "撤销：申辩期满不审核",
                process,
                "期满",
                m -> retarget(m, "flow_recordSilence_checkLegality", "task_decideRevocation"));
        all.bpmn(
                "撤销：申辩后不审核",
                process,
                "申辩后",
                m -> retarget(m, "flow_stateDefence_checkLegality", "task_decideRevocation"));
        all.bpmn(
                "撤销：整改期满即撤销",
                process,
                "整改",
                m -> retarget(m, "flow_correctionEnded_establishFacts", "service_announceRevocation"));
        all.bpmn("撤销：审核不通过也审定", process, "退回", m -> retarget(m, "flow_factsToEstablishAgain", "task_decideRevocation"));
        all.bpmn("撤销：不予撤销也公布撤销", process, "不予撤销", m -> retarget(m, "flow_clusterToKeep", "service_announceRevocation"));
        all.bpmn(
                "撤销：听证后不再审核",
                process,
                "听证",
                m -> retarget(m, "flow_holdHearing_checkLegality", "service_announceRevocation"));
        all.bpmn(
                "超时视为同意",
                process,
                "撤销决定",
                m -> afterSilence(m, "task_decideRevocation", "service_announceRevocation", true));
        all.bpmn("超时视为同意", process, "合法性审核", m -> afterSilence(m, "task_checkLegality", "task_decideRevocation", true));
        all.bpmn("超时视为同意", process, "查实", m -> afterSilence(m, "task_establishFacts", "task_serveNotice", true));
        all.bpmn(
                "超时另起一支",
                process,
                "撤销决定",
                m -> afterSilence(m, "task_decideRevocation", "service_announceRevocation", false));
        all.bpmn("审定与审核次序颠倒", process, "审定", m -> exchange(m, "task_checkLegality", "task_decideRevocation"));
        all.bpmn("审定与审核次序颠倒", process, "告知与申辩", m -> {
            Set<String> named = m.after("task_serveNotice");
            m.removeStep("task_serveNotice");
            m.insertAfter("service_notifyCluster", "userTask", "task_serveLater", "送达事先告知书");
            return named;
        });
    }

    /** Each with what the other had: form, people, listeners. */
    private static Set<String> exchange(Bpmn model, String one, String two) {
        Set<String> named = Sets.union(model.after(one), model.after(two));
        for (String attribute : List.of("formRef", "candidateGroups")) {
            String kept = Bpmn.camunda(model.get(one), attribute);
            Bpmn.camunda(model.get(one), attribute, Bpmn.camunda(model.get(two), attribute));
            Bpmn.camunda(model.get(two), attribute, kept);
        }
        Element first = model.child(model.get(one), "extensionElements").orElseThrow();
        Element second = model.child(model.get(two), "extensionElements").orElseThrow();
        model.get(one).replaceChild(second.cloneNode(true), first);
        model.get(two).replaceChild(first, second);
        return named;
    }

    private static void recognition(Catalogue all) {
        String process = "clusterRecognition";
        all.bpmn("认定：不推荐的也复审", process, "不推荐", m -> retarget(m, "flow_notRecommended", "service_assessForReReview"));
        all.bpmn("认定：不受理的也初审", process, "不受理", m -> retarget(m, "flow_applicationRefused", "task_reviewPreliminarily"));
        all.bpmn("认定：受理即推荐", process, "受理", m -> retarget(m, "flow_applicationAccepted", "service_assessForReReview"));
        all.bpmn("认定：复审不评估", process, "复审", m -> retarget(m, "flow_recommended", "task_concludeReReview"));
        all.bpmn("认定：不适格也填报", process, "不适格", m -> retarget(m, "flow_applicantIneligible", "call_fileApplication"));
        all.bpmn(
                "认定：推荐后即结案认定",
                process,
                "结案",
                m -> retarget(m, "flow_checkCase_concludeReReview", "service_closeRecognised"));
        all.bpmn("认定：未认定的也按认定结案", process, "未认定", m -> retarget(m, "flow_notRecognised", "service_closeRecognised"));
        all.bpmn(
                "超时视为同意",
                process,
                "推荐决定",
                m -> afterSilence(m, "task_decideRecommendation", "service_assessForReReview", true));
        all.bpmn(
                "超时视为同意",
                process,
                "受理审查",
                m -> afterSilence(m, "task_decideAcceptance", "gateway_verificationAsked", true));
        all.bpmn("超时视为同意", process, "复审结论", m -> afterSilence(m, "task_concludeReReview", "event_batchDecided", true));
        all.bpmn(
                "审定与审核次序颠倒",
                process,
                "推荐与初审",
                m -> exchange(m, "task_reviewPreliminarily", "task_decideRecommendation"));
        all.bpmn("一步完成即认定", process, "事件子流程", m -> {
            Element sub = m.add("subProcess", "sub_short", "直接认定", m.process());
            sub.setAttribute("triggeredByEvent", "true");
            Element start = m.add("startEvent", "event_short", "到时", sub);
            m.define(start, "timerEventDefinition");
            m.timer(start, "timeDuration", "P1D");
            Element close = m.add("serviceTask", "service_short", "认定", sub);
            Bpmn.camunda(close, "delegateExpression", "${closeApplicationDelegate}");
            m.parameter(close, "inputParameter", "outcome", "RECOGNISED");
            m.add("endEvent", "event_shortDone", "已认定", sub);
            m.flow("flow_short1", "event_short", "service_short");
            m.flow("flow_short2", "service_short", "event_shortDone");
            return Set.of("sub_short", "event_short", "service_short", "event_shortDone", "flow_short1", "flow_short2");
        });
        String batch = "recognitionBatch";
        all.bpmn(
                "批次：未审定即公示",
                batch,
                "审定",
                m -> retarget(m, "flow_compareApplications_selectClusters", "service_informNotSelected"));
        all.bpmn(
                "批次：推荐期未满即比选",
                batch,
                "推荐期",
                m -> retarget(m, "flow_windowClosed_recommendationReminderDue", "task_compareApplications"));
        all.bpmn(
                "批次：不公示即公布", batch, "公示", m -> retarget(m, "flow_publicationStarted_publicNotice", "task_publishList"));
        all.bpmn("批次：不公布即登记", batch, "公布", m -> retarget(m, "flow_anyToPublish", "service_registerClusters"));
        all.bpmn("批次：公示期满改为一天", batch, "公示期满", m -> {
            Element event = m.get("event_noticePeriodEnded");
            Dom.remove(m.child(event, "messageEventDefinition").orElseThrow());
            m.define(event, "timerEventDefinition");
            m.timer(event, "timeDuration", "P1D");
            return m.after("event_noticePeriodEnded");
        });
        all.bpmn("批次：无入选也公示", batch, "无入选", m -> retarget(m, "flow_noneSelected", "sub_publication"));
        all.bpmn(
                "超时视为同意",
                batch,
                "审定名单",
                m -> afterSilence(m, "task_selectClusters", "service_informNotSelected", true));
        all.bpmn("超时视为同意", batch, "公布名单", m -> afterSilence(m, "task_publishList", "service_registerClusters", true));
        all.bpmn("超时视为同意", batch, "公示", m -> afterSilence(m, "call_publicNotice", "task_publishList", true));
        all.bpmn("超时另起一支", batch, "公示", m -> afterSilence(m, "call_publicNotice", "gateway_toPublish", false));
        all.bpmn("登记与公示并行", batch, "登记", m -> {
            Set<String> named = m.after("call_publicNotice");
            m.insertBefore("call_publicNotice", "parallelGateway", "gateway_both", "同时");
            m.flow("flow_both", "gateway_both", "service_registerClusters");
            named.add("gateway_both");
            named.add("flow_both");
            return named;
        });
        all.bpmn("审定与审核次序颠倒", batch, "审定与比选", m -> exchange(m, "task_compareApplications", "task_selectClusters"));
    }

    private static void notice(Catalogue all) {
        String process = "publicNotice";
        all.bpmn("公示：首日即满", process, "noticePublishesAt", m -> {
            m.timer(m.get("event_publicityEnded"), "timeDate", "${noticePublishesAt}");
            return m.around("event_publicityEnded");
        });
        all.bpmn(
                "公示：发布即结束",
                process,
                "不等",
                m -> retarget(m, "flow_publishNotice_publicityEnded", "service_endPublicity"));
        all.bpmn(
                "公示：不发布",
                process,
                "不发布",
                m -> retarget(m, "flow_publicationDue_publishNotice", "event_publicityEnded"));
        all.bpmn("公示：不等在线异议登记", process, "登记", m -> retarget(m, "flow_admissionsPending", "event_publicityClosed"));
        all.bpmn("公示：不裁定异议", process, "裁定", m -> retarget(m, "flow_factsFound", "event_objectionRuled"));
        all.bpmn("公示：没有期限的边界", process, "提前", m -> {
            Set<String> named = m.after("service_publishNotice");
            m.target(m.get("flow_scheduleNotice_publicationDue"), "event_publicityEnded");
            m.sweep();
            return named;
        });
        all.bpmn("超时视为同意", process, "裁定异议", m -> afterSilence(m, "task_ruleObjection", "event_objectionRuled", true));
        all.bpmn("超时视为同意", process, "核实异议", m -> afterSilence(m, "task_verifyObjection", "event_objectionRuled", true));
        String late = "lateObjection";
        all.bpmn(
                "公布后异议：不核实",
                late,
                "核实",
                m -> retarget(m, "flow_lateObjectionReceived_verifyLateObjection", "task_decideLateObjection"));
        all.bpmn("公布后异议：移交不报线索", late, "移交", m -> retarget(m, "flow_handedOver", "service_closeHandedOver"));
        all.bpmn("公布后异议：维持的也移交", late, "维持", m -> retarget(m, "flow_upheld", "service_reportCause"));
        all.bpmn("超时视为同意", late, "决定", m -> afterSilence(m, "task_decideLateObjection", "service_closeUpheld", true));
    }

    private static void term(Catalogue all) {
        String process = "clusterTerm";
        all.bpmn("有效期：届满前失效", process, "提前", m -> {
            m.timer(m.get("event_termEnded"), "timeDate", "${secondReminderAt}");
            return m.after("event_termEnded");
        });
        all.bpmn(
                "有效期：首次提醒后即失效",
                process,
                "首次提醒",
                m -> retarget(m, "flow_remindFirst_secondReminderDue", "service_lapseCluster"));
        all.bpmn("有效期：复核在办也失效", process, "复核在办", m -> retarget(m, "flow_reviewUnderWay", "service_lapseCluster"));
        all.bpmn("有效期：届满自动延长", process, "自动延长", m -> {
            Bpmn.camunda(m.get("service_lapseCluster"), "delegateExpression", "${extendTermDelegate}");
            return m.around("service_lapseCluster");
        });
        all.bpmn("有效期：延长后不再监督", process, "延长", m -> {
            Set<String> named = m.after("service_takeOverTerm");
            m.target(m.get("flow_takeOverTerm_scheduleReminders"), "event_termOver");
            return named;
        });
        all.bpmn(
                "有效期：撤销后照样监督",
                process,
                "撤销",
                m -> retarget(m, "flow_recognitionRevoked_termCutShort", "service_takeOverTerm"));
        String renewal = "renewalReview";
        all.bpmn("复核：市级意见后即延长", renewal, "市级", m -> retarget(m, "flow_reviewForwarded", "service_extendTerm"));
        all.bpmn("复核：经办即延长", renewal, "经办", m -> retarget(m, "flow_reviewConcluded", "service_extendTerm"));
        all.bpmn("复核：不通过也延长", renewal, "不通过", m -> retarget(m, "flow_renewalNotPassed", "service_extendTerm"));
        all.bpmn("复核：公示以后即延长", renewal, "公示后", m -> retarget(m, "flow_noticeEnded", "service_extendTerm"));
        all.bpmn("复核：拟公示的即延长", renewal, "拟公示", m -> retarget(m, "flow_noticeWanted", "service_extendTerm"));
        all.bpmn(
                "复核：逾期未提交的也延长",
                renewal,
                "逾期",
                m -> retarget(m, "flow_submissionPeriodExpired_endExpired", "service_extendTerm"));
        all.bpmn("复核：不评估", renewal, "评估", m -> retarget(m, "flow_reviewForwarded", "call_checkReview"));
        all.bpmn("超时视为同意", renewal, "复核决定", m -> afterSilence(m, "task_decideRenewal", "service_extendTerm", true));
        all.bpmn(
                "超时视为同意",
                renewal,
                "市级意见",
                m -> afterSilence(m, "task_giveCityOpinion", "service_assessForReview", true));
        all.bpmn("超时视为不通过", renewal, "复核决定", m -> afterSilence(m, "task_decideRenewal", "service_endNotPassed", true));
        all.bpmn("审定与审核次序颠倒", renewal, "决定与意见", m -> exchange(m, "task_concludeReview", "task_decideRenewal"));
        String round = "reviewRound";
        all.bpmn("轮次：未截止即失效", round, "截止", m -> retarget(m, "flow_reviewHeld", "service_closeRound"));
        all.bpmn("轮次：经办提出即不组织", round, "不组织", m -> retarget(m, "flow_noReviewProposed", "service_endWithoutReview"));
        all.bpmn("轮次：不同意也不组织", round, "不同意", m -> retarget(m, "flow_proposalRejected", "service_endWithoutReview"));
        all.bpmn("超时视为同意", round, "不组织", m -> afterSilence(m, "task_stateNoReview", "service_endWithoutReview", true));
    }

    private static void reports(Catalogue all) {
        all.bpmn("报送：逾期早于3月30日", "annualMonitoring", "unitDayOverAt", m -> {
            m.timer(m.get("event_reportingPeriodEnded"), "timeDate", "${unitDayOverAt}");
            return m.after("event_reportingPeriodEnded");
        });
        all.bpmn(
                "报送：到期即停止等候",
                "annualMonitoring",
                "不跟进",
                m -> retarget(m, "flow_reportsMissing", "service_stopWaiting"));
        all.bpmn(
                "报送：不等期限",
                "annualMonitoring",
                "不等",
                m -> retarget(m, "flow_collectReports_reportingPeriodEnded", "service_countMissing"));
        all.bpmn("报送：逾期早于3月30日", "annualReport", "P30D", m -> {
            m.timer(m.get("event_submissionPeriodExpired"), "timeDuration", "P30D");
            return m.after("event_submissionPeriodExpired");
        });
        all.bpmn(
                "报送：市级不审核",
                "annualReport",
                "不审核",
                m -> retarget(m, "flow_fileReport_checkReport", "service_assessReport"));
        all.bpmn(
                "报送：退回的也审阅",
                "annualReport",
                "退回",
                m -> retarget(m, "flow_reportReturnedByCity", "service_assessReport"));
        all.bpmn("报送：不评估", "annualReport", "评估", m -> retarget(m, "flow_reportForwarded", "task_reviewReport"));
        all.bpmn(
                "超时视为同意", "annualReport", "审阅", m -> afterSilence(m, "task_reviewReport", "service_closeReport", true));
        String change = "changeFiling";
        all.bpmn("变动：逾期当作按时", change, "逾期", m -> retarget(m, "flow_filedLate", "service_closeFiled"));
        all.bpmn("变动：不经市级", change, "市级", m -> retarget(m, "flow_filingSubmitted", "task_registerChange"));
        all.bpmn("变动：转报即登记", change, "转报", m -> retarget(m, "flow_filingForwarded", "service_registerChange"));
        all.bpmn("变动：不属实也登记", change, "不属实", m -> retarget(m, "flow_changeDismissed", "service_registerChange"));
        all.bpmn(
                "变动：期满未提交不报告",
                change,
                "未提交",
                m -> retarget(m, "flow_filingOverdue_reportUnfiled", "event_unfiledReported"));
        all.bpmn(
                "变动：期满即结案",
                change,
                "期满",
                m -> retarget(m, "flow_filingOverdue_reportUnfiled", "service_closeNotNeeded"));
        all.bpmn("超时视为同意", change, "登记", m -> afterSilence(m, "task_registerChange", "service_registerChange", true));
        String national = "nationalRecommendation";
        all.bpmn(
                "国家级：不经审定",
                national,
                "审定",
                m -> retarget(m, "flow_proposeSelection_decideRecommendations", "event_selectionDecided"));
        all.bpmn(
                "国家级：不同意也公布",
                national,
                "不同意",
                m -> retarget(m, "flow_nothingRecommended", "service_publishRecommendations"));
        all.bpmn(
                "国家级：不评估",
                national,
                "评估",
                m -> retarget(m, "flow_recommendationStarted_evaluateCandidates", "sub_selection"));
        all.bpmn(
                "国家级：退回的也算决定",
                national,
                "退回",
                m -> retarget(m, "flow_recommendationReturned", "event_selectionDecided"));
        all.bpmn(
                "超时视为同意",
                national,
                "审定",
                m -> afterSilence(m, "task_decideRecommendations", "event_selectionDecided", true));
        all.bpmn(
                "审定与审核次序颠倒",
                national,
                "提出与审定",
                m -> exchange(m, "task_proposeSelection", "task_decideRecommendations"));
        String pool = "cultivationAdmission";
        all.bpmn("入库：不经市级指导", pool, "市级", m -> retarget(m, "flow_enterPlan_guideAdmission", "task_decideAdmission"));
        all.bpmn("入库：转报即入库", pool, "转报", m -> retarget(m, "flow_admissionForwarded", "service_admitToPool"));
        all.bpmn("入库：不予入库也入库", pool, "不予", m -> retarget(m, "flow_clusterRefused", "service_admitToPool"));
        all.bpmn("入库：继续培育的也出库", pool, "出库", m -> retarget(m, "flow_clusterStaysInPool", "service_leavePool"));
        all.bpmn("超时视为同意", pool, "入库决定", m -> afterSilence(m, "task_decideAdmission", "service_admitToPool", true));
        all.bpmn(
                "案例：报送即公布",
                "practiceCase",
                "公布",
                m -> retarget(m, "flow_practiceSubmitted_selectPractice", "service_publishPractice"));
        all.bpmn(
                "案例：未入选也公布",
                "practiceCase",
                "未入选",
                m -> retarget(m, "flow_practiceNotSelected", "service_publishPractice"));
        all.bpmn("填报：不固定版本", "dataFiling", "固定", m -> retarget(m, "flow_submissionConfirmed", "event_dataSubmitted"));
        all.bpmn(
                "填报：不评估即提交",
                "dataFiling",
                "评估",
                m -> retarget(m, "flow_enterData_assessSubmission", "service_freezeSubmission"));
        all.bpmn(
                "复审：不安排即完成",
                "reviewChecks",
                "安排",
                m -> retarget(m, "flow_checksOpened_planReReview", "gateway_checksDone"));
        all.bpmn("复审：回避的也评审", "reviewChecks", "回避", m -> retarget(m, "flow_expertDeclined", "event_expertDone"));
        all.bpmn("复审：评审的也另选", "reviewChecks", "另选", m -> retarget(m, "flow_opinionGiven", "task_replaceExpert"));
    }

    /** Effects of one procedure in another, or by a way in of its own. */
    private static void strangers(Catalogue all) {
        for (String bean : List.of(
                "registerClustersDelegate",
                "announceRevocationDelegate",
                "extendTermDelegate",
                "endTermDelegate",
                "endPublicityDelegate",
                "registerChangeDelegate",
                "admitToPoolDelegate",
                "publishNationalDelegate",
                "closeApplicationDelegate",
                "endReviewDelegate",
                "endWithoutReviewDelegate")) {
            all.add("自建流程直接产生法律效果", bean, files -> {
                files.put("processes/own/ownProcess.bpmn", own(bean));
                return Set.of("ownProcess", "service_own", "event_ownBegun", "event_ownDone", "task_own");
            });
            all.bpmn("别的流程的法律效果插在案例征集里", "practiceCase", bean, m -> {
                Bpmn.camunda(
                        m.insertAfter("task_selectPractice", "serviceTask", "service_added", "顺便办理"),
                        "delegateExpression",
                        "${" + bean + "}");
                return m.after("service_added");
            });
        }
        for (String[] way : List.of(
                new String[] {"revocation", "service_announceRevocation"},
                new String[] {"renewalReview", "service_extendTerm"},
                new String[] {"clusterRecognition", "service_closeRecognised"},
                new String[] {"changeFiling", "service_registerChange"},
                new String[] {"cultivationAdmission", "service_admitToPool"},
                new String[] {"nationalRecommendation", "service_publishRecommendations"},
                new String[] {"publicNotice", "service_endPublicity"})) {
            all.bpmn("另开一个入口直达效果", way[0], way[1], m -> {
                Element start = m.add("startEvent", "event_sideDoor", "直接办理", m.process());
                m.define(start, "messageEventDefinition").setAttribute("messageRef", m.message("side.door"));
                m.flow("flow_sideDoor", "event_sideDoor", way[1]);
                return Sets.union(m.after("event_sideDoor"), m.after(way[1]), Set.of("message_side_door"));
            });
            all.bpmn("随时可以触发的旁路直达效果", way[0], way[1], m -> {
                Element effect = m.get(way[1]);
                Element sub = m.add("subProcess", "sub_side", "旁路", m.process());
                sub.setAttribute("triggeredByEvent", "true");
                Element start = m.add("startEvent", "event_side", "旁路已触发", sub);
                start.setAttribute("isInterrupting", "false");
                m.define(start, "messageEventDefinition").setAttribute("messageRef", m.message("side.door"));
                Element copy = m.add("serviceTask", "service_side", effect.getAttribute("name"), sub);
                Bpmn.camunda(copy, "delegateExpression", Bpmn.camunda(effect, "delegateExpression"));
                m.extensions(effect, "inputParameter")
                        .forEach(one ->
                                m.parameter(copy, "inputParameter", one.getAttribute("name"), one.getTextContent()));
                m.add("endEvent", "event_sideDone", "旁路已完成", sub);
                m.flow("flow_side1", "event_side", "service_side");
                m.flow("flow_side2", "service_side", "event_sideDone");
                return Set.of(
                        "sub_side",
                        "event_side",
                        "service_side",
                        "event_sideDone",
                        "flow_side1",
                        "flow_side2",
                        "message_side_door",
                        "definition_event_side");
            });
        }
        all.add("两个文件定义同一流程", "revocation", files -> {
            Bpmn model = files.bpmn("revocation");
            Set<String> named = model.after("task_checkLegality");
            model.removeStep("task_checkLegality");
            files.put("processes/own/revocation-copy.bpmn", model.text());
            return named;
        });
    }

    static String own(String bean) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_own" targetNamespace="http://bpmn.io/schema/bpmn">
                  <bpmn:process id="ownProcess" name="自建流程" isExecutable="true" camunda:historyTimeToLive="P3650D">
                    <bpmn:startEvent id="event_ownBegun" name="已开始">
                      <bpmn:outgoing>flow_own1</bpmn:outgoing>
                    </bpmn:startEvent>
                    <bpmn:userTask id="task_own" name="经办" camunda:candidateGroups="province-officer">
                      <bpmn:incoming>flow_own1</bpmn:incoming>
                      <bpmn:outgoing>flow_own2</bpmn:outgoing>
                    </bpmn:userTask>
                    <bpmn:serviceTask id="service_own" name="办理" camunda:delegateExpression="${BEAN}">
                      <bpmn:incoming>flow_own2</bpmn:incoming>
                      <bpmn:outgoing>flow_own3</bpmn:outgoing>
                    </bpmn:serviceTask>
                    <bpmn:endEvent id="event_ownDone" name="已完成">
                      <bpmn:incoming>flow_own3</bpmn:incoming>
                    </bpmn:endEvent>
                    <bpmn:sequenceFlow id="flow_own1" sourceRef="event_ownBegun" targetRef="task_own" />
                    <bpmn:sequenceFlow id="flow_own2" sourceRef="task_own" targetRef="service_own" />
                    <bpmn:sequenceFlow id="flow_own3" sourceRef="service_own" targetRef="event_ownDone" />
                  </bpmn:process>
                </bpmn:definitions>
                """.replace("BEAN", bean);
    }
}
