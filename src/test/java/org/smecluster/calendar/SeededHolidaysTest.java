package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("2023至2026年的放假和调休")
@Tag("database")
class SeededHolidaysTest {

    private static final ConfigurableApplicationContext CONTEXT = CalendarDatabase.start();

    private final CalendarRepository calendar = CONTEXT.getBean(CalendarRepository.class);

    @AfterAll
    static void stop() {
        CONTEXT.close();
    }

    @Test
    @DisplayName("国务院办公厅通知的每一日与公开软件包 chinese-days 的数据一致，不多不少")
    void stateCouncilRowsEqualThePackage() throws IOException {
        JsonNode data = new ObjectMapper().readTree(getClass().getResource("/calendar/chinese-days-1.5.7.json"));
        assertThat(data.path("version").asText()).isEqualTo("1.5.7");

        for (int year = 2023; year <= 2026; year++) {
            JsonNode published = data.path("years").path(String.valueOf(year));
            TreeMap<LocalDate, DayKind> expected = new TreeMap<>();
            published.path("holidays").forEach(day -> expected.put(LocalDate.parse(day.asText()), DayKind.HOLIDAY));
            published.path("workdays").forEach(day -> expected.put(LocalDate.parse(day.asText()), DayKind.WORKDAY));

            assertThat(calendar.days(year).stream()
                            .filter(day -> day.source().startsWith("国办发明电"))
                            .collect(Collectors.toMap(CalendarDay::day, CalendarDay::kind)))
                    .as("%s", year)
                    .hasSizeGreaterThan(30)
                    .containsExactlyInAnyOrderEntriesOf(expected);
        }
    }

    @Test
    @DisplayName("四个年份均已公布，之后的年份为暂定")
    void announcedYears() {
        assertThat(calendar.announcedYears()).extracting(AnnouncedYear::year).containsExactly(2023, 2024, 2025, 2026);
        assertThat(new WorkingDays(calendar.table()).provisional(LocalDate.of(2027, 1, 4)))
                .isTrue();
    }

    @Test
    @DisplayName("每年都有开斋节和古尔邦节；未见原文的注明待核实")
    void regionalDays() {
        for (int year = 2023; year <= 2026; year++) {
            assertThat(calendar.days(year))
                    .extracting(CalendarDay::name)
                    .as("%s", year)
                    .contains("开斋节", "古尔邦节");
        }
        assertThat(calendar.days(2024))
                .filteredOn(day -> !day.source().startsWith("国办发明电"))
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day.source()).startsWith("待核实"));
    }

    @Test
    @DisplayName("每一条调休上班都在周末")
    void workedDaysAreWeekends() {
        assertThat(calendar.table().days().entrySet().stream()
                        .filter(day -> day.getValue() == DayKind.WORKDAY)
                        .map(Map.Entry::getKey))
                .hasSize(26)
                .allMatch(WorkingDays::isWeekend);
    }
}
