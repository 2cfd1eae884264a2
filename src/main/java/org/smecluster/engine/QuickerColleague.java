package org.smecluster.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Two people at one task: the second one is told who did what with it, and when; but only a person who could have done
 * it as well, so that nobody learns of a case that is not theirs.
 */
class QuickerColleague {

    private static final ThreadLocal<String> TASK = new ThreadLocal<>();

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("M月d日HH:mm");
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final HistoryService history;
    private final IdentityService identity;
    private final Supplier<CaseNews> news;

    QuickerColleague(HistoryService history, IdentityService identity, Supplier<CaseNews> news) {
        this.history = history;
        this.identity = identity;
        this.news = news;
    }

    /** The task that the running command works on. */
    static void worksOn(String taskId) {
        TASK.set(taskId);
    }

    /** The task that the running command works on; null where it works on none. */
    static String inHand() {
        return TASK.get();
    }

    /** The task of the command that has just ended; null where it worked on none. */
    static String forget() {
        String task = TASK.get();
        TASK.remove();
        return task;
    }

    /**
     * What became of the task under the hands of others, as the acting person may know it.
     *
     * @param claimedToo whether a claim counts; otherwise only the task's end does
     * @return empty where nobody else was there, or the person could not have worked on it
     */
    Optional<String> told(String taskId, boolean claimedToo) {
        Authentication person = identity.getCurrentAuthentication();
        if (person == null || person.getUserId() == null) {
            return Optional.empty();
        }
        identity.clearAuthentication();
        try {
            HistoricTaskInstance task =
                    history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
            return task == null || (task.getEndTime() == null && !claimedToo) || !couldWorkOn(task, person)
                    ? Optional.empty()
                    : told(task, person.getUserId());
        } finally {
            identity.setAuthentication(person);
        }
    }

    private boolean couldWorkOn(HistoricTaskInstance task, Authentication person) {
        List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        return person.getUserId().equals(task.getAssignee())
                || history.createHistoricIdentityLinkLogQuery().taskId(task.getId()).list().stream()
                        .anyMatch(link -> groups.contains(link.getGroupId()));
    }

    private Optional<String> told(HistoricTaskInstance task, String me) {
        String caseNumber = caseNumber(task);
        String what = "“" + task.getName() + "”" + (caseNumber.isEmpty() ? "" : "（" + caseNumber + "）");
        if (task.getEndTime() == null) {
            return task.getAssignee() == null || task.getAssignee().equals(me)
                    ? Optional.empty()
                    : Optional.of(name(task.getAssignee())
                            + at(operation(task, "Claim").map(UserOperationLogEntry::getTimestamp)) + "认领了" + what
                            + "，您不能再办理。请刷新待办列表；需要接手的，请与" + name(task.getAssignee()) + "联系。");
        }
        boolean done = "completed".equals(task.getDeleteReason());
        String result = (done
                        ? news.get().ofTask(task.getId())
                        : news.get().until(caseNumber, task.getEndTime().toInstant()))
                .map(text -> "（" + text + "）")
                .orElse("");
        if (!done) {
            return Optional.of(what + at(Optional.of(task.getEndTime())) + "取消：案件已撤回、结案或者转到别的环节" + result
                    + "，您的这一步没有保存。请刷新待办列表，查看最新情况。");
        }
        String who = operation(task, "Complete")
                .map(UserOperationLogEntry::getUserId)
                .orElse(task.getAssignee());
        return Optional.of(
                me.equals(who)
                        ? "您本人" + at(Optional.of(task.getEndTime())) + "已办结" + what + result + "，不必重复提交。"
                        : name(who) + at(Optional.of(task.getEndTime())) + "办结了" + what + result
                                + "，您的这一步没有保存。请刷新待办列表，查看最新情况后再决定是否需要办理。");
    }

    private Optional<UserOperationLogEntry> operation(HistoricTaskInstance task, String type) {
        return history
                .createUserOperationLogQuery()
                .taskId(task.getId())
                .operationType(type)
                .orderByTimestamp()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private String caseNumber(HistoricTaskInstance task) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }

    private String name(String userId) {
        if (userId == null) {
            return "他人";
        }
        User user = identity.createUserQuery().userId(userId).singleResult();
        return user == null ? userId : (text(user.getFirstName()) + text(user.getLastName()));
    }

    private static String text(String part) {
        return part == null ? "" : part;
    }

    private static String at(Optional<Date> moment) {
        if (moment.isEmpty()) {
            return "已经";
        }
        Instant at = moment.get().toInstant();
        Instant now = ClockUtil.getCurrentTime().toInstant();
        boolean justNow = Duration.between(at, now).compareTo(JUST_NOW) < 0;
        boolean today = at.atZone(ZONE).toLocalDate().equals(now.atZone(ZONE).toLocalDate());
        return "于" + (today ? TIME : DAY_AND_TIME).format(at.atZone(ZONE)) + (justNow ? "刚刚" : "");
    }
}
