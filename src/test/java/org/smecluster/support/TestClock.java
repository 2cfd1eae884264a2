package org.smecluster.support;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Moves the one clock that the engine and the domain share. */
public final class TestClock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private TestClock() {}

    /** Nine o'clock of the day. */
    public static void set(LocalDate day) {
        set(day.atTime(9, 0));
    }

    public static void set(LocalDateTime time) {
        ClockUtil.setCurrentTime(Date.from(time.atZone(ZONE).toInstant()));
    }

    public static void pass(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZONE);
    }

    static void reset() {
        ClockUtil.reset();
    }
}
