package org.smecluster.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("告知：同一件事只告知一次，谁读过各记各的")
class NotificationsTest {

    @Autowired
    Notifications notifications;

    @Test
    @DisplayName("同一案件同一事项对同一单位只告知一次，最新的在前")
    void toldOnce() {
        TestClock.set(LocalDate.of(2026, 3, 2));
        notifications.tell("county-640221", "NXJQ-2026-RD-00001", "decided", "已认定");
        notifications.tell("county-640221", "NXJQ-2026-RD-00001", "decided", "已认定（重复）");
        TestClock.set(LocalDate.of(2026, 3, 3));
        notifications.tell("county-640221", "NXJQ-2026-RD-00001", "published", "已公布");
        notifications.tell("city-6402", "NXJQ-2026-RD-00001", "decided", "已认定");
        assertThat(notifications.forGroups(List.of("county-640221"), "li"))
                .extracting(Notification::text)
                .containsExactly("已公布", "已认定");
        assertThat(notifications.ofCase("NXJQ-2026-RD-00001", "li"))
                .extracting(Notification::groupId)
                .containsExactly("county-640221", "county-640221", "city-6402");
        assertThat(notifications.forGroups(List.of(), "li")).isEmpty();
    }

    @Test
    @DisplayName("已读按人记；不是告知本组的不能标为已读")
    void readByPerson() {
        notifications.tell("county-640221", "NXJQ-2026-RD-00001", "decided", "已认定");
        long id = notifications.forGroups(List.of("county-640221"), "li").get(0).id();
        notifications.markRead(id, List.of("county-640104"), "li");
        assertThat(notifications.forGroups(List.of("county-640221"), "li")).noneMatch(Notification::read);
        notifications.markRead(id, List.of("county-640221"), "li");
        notifications.markRead(id, List.of("county-640221"), "li");
        assertThat(notifications.forGroups(List.of("county-640221"), "li")).allMatch(Notification::read);
        assertThat(notifications.forGroups(List.of("county-640221"), "wang")).noneMatch(Notification::read);
    }
}
