package org.smecluster.casework;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.smecluster.document.Audience;
import org.smecluster.document.Notifications;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;

/** Tells whose turn it is, and the unit where its case has come to, as {@link StepNotices} has it. */
@Service
public class TurnsTold {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final Cases cases;
    private final Notifications notifications;

    TurnsTold(Cases cases, Notifications notifications) {
        this.cases = cases;
        this.notifications = notifications;
    }

    /**
     * @param groups whose turn it is, or the assignee's
     * @param assignee null where the task is a group's
     * @param by who brought it about; their own group needs no word of it
     */
    public void comes(
            String taskId,
            String taskKey,
            String taskName,
            String caseNumber,
            Collection<String> groups,
            String assignee,
            Instant due,
            Optional<Account> by) {
        Optional<CaseRecord> record = cases.find(caseNumber);
        String named = record.map(found -> "“" + found.clusterName() + "”（" + caseNumber + "）")
                .orElse(caseNumber);
        if (StepNotices.tellsTurn(taskKey)) {
            String text = named + "轮到您办理“" + taskName + "”" + (due == null ? "。" : "，最迟" + day(due) + "。");
            groups.stream()
                    .filter(group ->
                            by.filter(person -> person.groups().contains(group)).isEmpty())
                    .forEach(group -> notifications.tell(group, caseNumber, "turn:" + taskId, text));
            if (assignee != null && groups.isEmpty()) {
                notifications.tell(Audience.person(assignee), caseNumber, "turn:" + taskId, text);
            }
        }
        record.filter(found -> by.filter(person -> person.groups().contains(found.applicantGroup()))
                        .isEmpty())
                .ifPresent(found -> StepNotices.toTheUnit(taskKey)
                        .ifPresent(words -> notifications.tell(
                                found.applicantGroup(), caseNumber, "step:" + taskId, named + words)));
    }

    /** The end of a day is that day's 24:00. */
    private static String day(Instant due) {
        LocalDateTime moment = LocalDateTime.ofInstant(due, ZONE).minusSeconds(1);
        return DAY.format(moment);
    }
}
