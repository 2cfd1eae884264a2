package org.smecluster.casework;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told of what at which step, by the task that comes to be: the one table. Whoever's turn it is is told of every
 * task, unless the step before tells it in words of its own; the unit that the case belongs to is told where its case has
 * come to, and nothing of the region's review: what experts, officers and leaders do among themselves stands in no row.
 */
final class StepNotices {

    /** The step that leads there tells the group itself, with what it is about. */
    private static final Set<String> TOLD_BY_THE_STEP_BEFORE = Set.of(
            "task_decideAcceptance",
            "task_planReReview",
            "task_giveCityOpinion",
            "task_checkReport",
            "task_stateDefence",
            "task_reportCorrection",
            "task_reportCultivationWork");

    private static final Map<String, String> TO_THE_UNIT = Map.of(
            "task_verifyOnSite", "市级已受理，进入现场核查（第十二条(二)）。",
            "task_reviewPreliminarily", "市级已受理，进入初审（第十二条(二)）。",
            "task_decideRecommendation", "市级初审已经完成，等待推荐决定（第十二条(二)）。",
            "task_planReReview", "市级已推荐上报，进入自治区复审（第十二条(三)）。",
            "task_decideAdmission", "市级已转报，等待自治区作入库决定（第六条）。",
            "task_registerChange", "市级已转报，等待自治区备案登记（第十五条）。",
            "task_reviewReport", "市级已审核，报自治区审阅（第十六条）。",
            "task_concludeReview", "市级已转报，进入自治区复核（第十四条）。",
            "task_selectPractice", "市里报送了本集群的典型案例，等待自治区评选（第九条）。");

    private StepNotices() {}

    /** Whether those whose turn it is are told of the task as such. */
    static boolean tellsTurn(String taskKey) {
        return !TOLD_BY_THE_STEP_BEFORE.contains(taskKey);
    }

    /** What the unit is told; empty where nothing. */
    static Optional<String> toTheUnit(String taskKey) {
        return Optional.ofNullable(TO_THE_UNIT.get(taskKey));
    }

    static Set<String> stepsToldToTheUnit() {
        return TO_THE_UNIT.keySet();
    }

    static Set<String> stepsToldBefore() {
        return TOLD_BY_THE_STEP_BEFORE;
    }
}
