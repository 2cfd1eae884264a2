package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.springframework.stereotype.Component;

/** The day and hour that a leader chooses for the public notice. */
@Component
@LegalBasis(article = 12, item = 3)
public class NoticeDay {

    private final WorkCalendar calendar;
    private final Clock clock;

    NoticeDay(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param day null where it is left to the model, as the time
     * @throws Refusal where nothing can be published then
     */
    public void check(LocalDate day, LocalTime time) {
        if (day == null) {
            return;
        }
        if (!calendar.workingDays().isWorkingDay(day)) {
            throw new Refusal("公示发布日期" + day + "不是工作日，请改为工作日（第十二条(三)）");
        }
        LocalDateTime now = LocalDateTime.now(clock);
        if (time == null ? !day.isAfter(now.toLocalDate()) : !day.atTime(time).isAfter(now)) {
            throw new Refusal("公示发布时间" + day + (time == null ? "" : " " + time) + "已经过去，请改为以后的工作日和时刻（第十二条(三)）");
        }
    }
}
