package org.smecluster.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.document.Notifications.Count;
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
        assertThat(notifications.forGroups(List.of("county-640221"), "li", 0, 1000))
                .extracting(Notification::text)
                .containsExactly("已公布", "已认定");
        assertThat(notifications.ofCase("NXJQ-2026-RD-00001", "li"))
                .extracting(Notification::groupId)
                .containsExactly("county-640221", "county-640221", "city-6402");
        assertThat(notifications.forGroups(List.of(), "li", 0, 1000)).isEmpty();
    }

    @Test
    @DisplayName("已读按人记；不是告知本组的不能标为已读")
    void readByPerson() {
        notifications.tell("county-640221", "NXJQ-2026-RD-00001", "decided", "已认定");
        long id = notifications
                .forGroups(List.of("county-640221"), "li", 0, 1000)
                .get(0)
                .id();
        notifications.markRead(id, List.of("county-640104"), "li");
        assertThat(notifications.forGroups(List.of("county-640221"), "li", 0, 1000))
                .noneMatch(Notification::read);
        notifications.markRead(id, List.of("county-640221"), "li");
        notifications.markRead(id, List.of("county-640221"), "li");
        assertThat(notifications.forGroups(List.of("county-640221"), "li", 0, 1000))
                .allMatch(Notification::read);
        assertThat(notifications.forGroups(List.of("county-640221"), "wang", 0, 1000))
                .noneMatch(Notification::read);
    }

    @Test
    @DisplayName("按页读取，另计总数和本人未读数；全部标为已读只对本人和本组")
    void pagesAndCounts() {
        for (int i = 1; i <= 5; i++) {
            notifications.tell("county-640221", "NXJQ-2026-RD-00001", "key-" + i, "第" + i + "条");
        }
        notifications.tell("city-6402", "NXJQ-2026-RD-00001", "key-1", "告知市里");
        List<String> county = List.of("county-640221");
        assertThat(notifications.forGroups(county, "li", 1, 2))
                .extracting(Notification::text)
                .containsExactly("第4条", "第3条");
        assertThat(notifications.count(county, "li")).isEqualTo(new Count(5, 5));
        notifications.markRead(
                notifications.forGroups(county, "li", 0, 1).get(0).id(), county, "li");
        assertThat(notifications.count(county, "li")).isEqualTo(new Count(5, 4));
        notifications.markAllRead(county, "li");
        assertThat(notifications.count(county, "li")).isEqualTo(new Count(5, 0));
        assertThat(notifications.count(county, "wang")).isEqualTo(new Count(5, 5));
        assertThat(notifications.count(List.of("city-6402"), "li")).isEqualTo(new Count(1, 1));
        assertThat(notifications.count(List.of(), "li")).isEqualTo(new Count(0, 0));
    }
}
