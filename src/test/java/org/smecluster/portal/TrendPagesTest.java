package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Altered.year;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.indicator.Figure;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.ReportWalk;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("集群的历年变化：各年最后提交的数据和当时的结论，对照现行要求；能看集群的才能看")
class TrendPagesTest {

    private static final String NAME = "平罗碳基材料集群";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ClusterRegistry registry;

    private PortalFixture portal;
    private String cluster;
    private String path;

    @BeforeEach
    void aCluster() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2026, 6, 10));
        cluster = CaseWalk.recognised(registry);
        path = "/clusters/" + cluster + "/trends";
    }

    private ReportWalk reported(int year, BigDecimal output) {
        TestClock.set(LocalDate.of(year, 1, 1));
        ReportWalk walk = ReportWalk.in(context).begun();
        walk.submitted(
                cluster, year(2, ReportWalk.workbook(NAME, year), figures -> figures.with(Figure.TOTAL_OUTPUT, output)
                        .with(Figure.SME_OUTPUT, output)
                        .with(Figure.LEADING_INDUSTRY_OUTPUT, output)));
        return walk;
    }

    private String page(Desks.Clerk clerk, String path) throws Exception {
        return portal.as(clerk.user(), clerk.group())
                .perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("还没有数据的写明原因；别的市、县和专家看不到；没有的图没有")
    void nothingYet() throws Exception {
        assertThat(page(Desks.OFFICER, path)).contains("还没有提交过数据").doesNotContain("<table");
        for (Desks.Clerk other : List.of(Desks.ZHONGWEI, Desks.ZHONGNING, new Desks.Clerk("x", "expert"))) {
            portal.as(other.user(), other.group()).perform(get(path)).andExpect(status().isNotFound());
            portal.as(other.user(), other.group())
                    .perform(get(path + "/export?chart=minAnnualOutput"))
                    .andExpect(status().isNotFound());
        }
        portal.as(PortalFixture.OFFICER)
                .perform(get(path + "/export?chart=minAnnualOutput"))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("每年一行：数值、结论、出自的案件；要求取自现行决策表；下载同样的数")
    void years() throws Exception {
        String first = reported(2027, new BigDecimal("31.5")).report(cluster).caseNumber();
        String second = reported(2028, new BigDecimal("19.25")).report(cluster).caseNumber();
        for (Desks.Clerk reader : List.of(Desks.PINGLUO, Desks.SHIZUISHAN, Desks.OFFICER)) {
            assertThat(page(reader, path)).contains(NAME, "data-mark=\"20\"", "要求：", first, second);
        }
        assertThat(portal.exported(PortalFixture.OFFICER, path + "/export?chart=minAnnualOutput"))
                .containsSequence("2027年", "19.25", "不符合", second)
                .anyMatch(cell -> cell.startsWith("近三年最低年产值从"));
        assertThat(portal.exported(PortalFixture.OFFICER, path + "/export?chart=totalOutput"))
                .containsSequence("2024年", "86.2", first)
                // a later report tells of the years before it, too
                .containsSequence("2026年", "93.5", second)
                .containsSequence("2027年", "19.25", second);
    }

    @Test
    @DisplayName("没有提交的版本不画")
    void notSubmitted() throws Exception {
        TestClock.set(LocalDate.of(2027, 1, 1));
        ReportWalk.in(context).begun();
        assertThat(page(Desks.PINGLUO, path)).contains("还没有提交过数据");
    }
}
