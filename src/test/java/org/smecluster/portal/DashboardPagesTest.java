package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.Recognition;
import org.smecluster.scope.OpenPages;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

@ProcessTest
@DisplayName("图表：每个数都是它所链接的名单的行数，市只看到本市的，图、表、下载同样的数")
class DashboardPagesTest {

    private static final Account OFFICER = PortalFixture.OFFICER;
    private static final Account SHIZUISHAN = PortalFixture.CITY;
    private static final Account ZHONGWEI = new Account("city-zhongwei", "李国栋", List.of("city-6405"));

    private static final Pattern SECTION =
            Pattern.compile("<section class=\"panel chart\" id=\"([A-Z_]+)\".*?</section>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);
    private static final Pattern FIGURE = Pattern.compile("<a href=\"([^\"]+)\">(\\d+)</a>");
    private static final Pattern TOTAL = Pattern.compile("共(\\d+)[件个]，第1/");

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
    }

    private String page(Account person, String path) throws Exception {
        return portal.as(person)
                .perform(get(URI.create(path)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void refused(Account person, String path, int as) throws Exception {
        portal.as(person).perform(get(path)).andExpect(status().is(as));
    }

    private static String chart(String page, ChartKey key) {
        return SECTION.matcher(page)
                .results()
                .filter(section -> section.group(1).equals(key.name()))
                .map(section -> section.group())
                .findFirst()
                .orElseThrow();
    }

    /** What stands in the chart's table, heads first. */
    private static List<List<String>> table(String page, ChartKey key) {
        return ROW.matcher(chart(page, key))
                .results()
                .map(row -> CELL.matcher(row.group(1))
                        .results()
                        .map(cell -> HtmlUtils.htmlUnescape(
                                cell.group(1).replaceAll("<[^>]+>", "").strip()))
                        .toList())
                .toList();
    }

    private static List<String> row(String page, ChartKey key, String label) {
        return table(page, key).stream()
                .filter(row -> row.get(0).startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    /** By address: what the figure says. */
    private static Map<String, Integer> figures(String page) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        SECTION.matcher(page).results().forEach(section -> FIGURE.matcher(section.group())
                .results()
                .forEach(figure ->
                        figures.put(HtmlUtils.htmlUnescape(figure.group(1)), Integer.valueOf(figure.group(2)))));
        return figures;
    }

    /** How many the list holds. */
    private int listed(Account person, String path) throws Exception {
        String list = page(person, path);
        if (path.startsWith("/monitoring/")) {
            return Math.toIntExact(Pattern.compile("<td class=\"case-number\">")
                    .matcher(list)
                    .results()
                    .count());
        }
        Matcher total = TOTAL.matcher(list);
        return total.find() ? Integer.parseInt(total.group(1)) : 0;
    }

    @Nested
    @DisplayName("还没有数据时")
    class Nothing {

        @Test
        @DisplayName("每张图都写明为什么是空的、什么时候会有；下载写同样的话")
        void says() throws Exception {
            String page = page(OFFICER, "/dashboard");
            assertThat(page)
                    .contains("没有逾期的工作", "还没有批次", "还没有集群", "还没有年度监测", "全区")
                    .doesNotContain("<table");
            assertThat(SECTION.matcher(page).results().map(section -> section.group(1)))
                    .containsExactlyElementsOf(
                            Arrays.stream(ChartKey.values()).map(Enum::name).toList());
            assertThat(portal.exported(OFFICER, "/dashboard/export?chart=BATCH_FUNNEL"))
                    .anyMatch(cell -> cell.contains("还没有批次"));
        }
    }

    @Nested
    @DisplayName("各级各步都有案件时")
    class Everything {

        @BeforeEach
        void casesAtEveryDesk() {
            OpenPages.enter(context);
            warn();
            TestClock.set(LocalDate.of(2026, 9, 28));
        }

        /** Of every report of the year, by other cities too. */
        private void warn() {
            JdbcClient database = context.getBean(JdbcClient.class);
            database.sql("""
                            update annual_report set warned = true, warning_method = '按近三年年均增速', assessment = 1,
                                   outcome = 'NOT_MET', vetoed = false
                            """).update();
            database.sql("""
                            insert into report_warning (case_number, position, code, article, label, requirement,
                                                        value_today, today, value_projected, projected, decision,
                                                        decision_version)
                            select case_number, place, code, '第十一条(一)', label, '不低于', '21亿元', today, '19亿元', 'NOT_MET',
                                   'coreCompetitiveness', 1
                              from annual_report,
                                   (values (0, 'minAnnualOutput', '近三年最低年产值', 'MET'),
                                           (1, 'smeOutputShare', '中小企业产值占比', 'NOT_MET')) as w (place, code, label, today)
                            """).update();
        }

        private void leadsToItsLists(Account person, String path, int atLeast) throws Exception {
            Map<String, Integer> figures = figures(page(person, path));
            List<String> wrong = new ArrayList<>();
            for (Map.Entry<String, Integer> figure : figures.entrySet()) {
                int listed = listed(person, figure.getKey());
                if (listed != figure.getValue()) {
                    wrong.add(figure.getKey() + " says " + figure.getValue() + ", lists " + listed);
                }
            }
            assertThat(wrong).as("%s at %s", person.userId(), path).isEmpty();
            assertThat(figures).hasSizeGreaterThan(atLeast);
        }

        @Test
        @DisplayName("每个数与名单的行数一致：自治区、自治区选一个市、选一个指标，市")
        void everyFigure() throws Exception {
            leadsToItsLists(OFFICER, "/dashboard", 60);
            leadsToItsLists(OFFICER, "/dashboard?city=city-6402", 40);
            assertThat(figures(page(OFFICER, "/dashboard?batch=NXJQ-2026-PC-01")))
                    .containsKey("/cases?batch=NXJQ-2026-PC-01&reached=RECOGNISED");
            leadsToItsLists(OFFICER, "/dashboard?batch=NXJQ-2026-PC-01&year=2025", 20);
            leadsToItsLists(OFFICER, "/dashboard?indicator=smeRdGrowth", 60);
            leadsToItsLists(SHIZUISHAN, "/dashboard", 40);
            leadsToItsLists(ZHONGWEI, "/dashboard", 15);
            leadsToItsLists(SHIZUISHAN, "/dashboard?indicator=areaSquareKm", 30);
            for (Account reader : List.of(OFFICER, SHIZUISHAN)) {
                Map<String, Integer> figures = figures(page(reader, "/dashboard"));
                for (String list :
                        List.of("/cases?batch=", "/cases?overdue=", "/clusters", "/monitoring/2025?condition=")) {
                    assertThat(figures.keySet()).anyMatch(each -> each.startsWith(list));
                }
            }
        }

        @Test
        @DisplayName("市看不到其他市的集群、产业、环节；改地址看其他市、没有的批次和年度：没有；申报主体、专家、政策人员：不能看；没有登录：先登录")
        void refusals() throws Exception {
            String page = page(SHIZUISHAN, "/dashboard");
            assertThat(page)
                    .contains("石嘴山市", "惠农区")
                    .doesNotContain("中卫市", "海原", "枸杞", "马铃薯", "OVERDUE_BY_CITY", "name=\"city\"");
            assertThat(row(page, ChartKey.BATCH_FUNNEL, "发起").get(1)).isEqualTo("2");
            assertThat(row(page(OFFICER, "/dashboard"), ChartKey.BATCH_FUNNEL, "发起")
                            .get(1))
                    .isEqualTo("5");
            assertThat(row(page(OFFICER, "/dashboard?city=city-6402"), ChartKey.BATCH_FUNNEL, "发起"))
                    .isEqualTo(row(page, ChartKey.BATCH_FUNNEL, "发起"));
            for (String path : List.of("/dashboard", "/dashboard/export?chart=BATCH_FUNNEL&")) {
                String with = path + (path.contains("?") ? "" : "?");
                refused(SHIZUISHAN, with + "city=city-6405", 404);
                refused(SHIZUISHAN, with + "city=city-6402", 200);
                refused(OFFICER, with + "city=city-6405", 200);
                refused(OFFICER, with + "city=city-9999", 404);
                refused(OFFICER, with + "city=county-640221", 404);
                refused(OFFICER, with + "batch=NXJQ-2020-PC-01", 404);
                refused(OFFICER, with + "year=1999", 404);
                refused(OFFICER, with + "year=x", 400);
                for (String group :
                        List.of("county-640221", "park-pingluo", "expert", "policy-owner", "camunda-admin")) {
                    refused(new Account("x", "x", List.of(group)), path, 403);
                }
                portal.anonymous().perform(get(path)).andExpect(redirectedUrlPattern("**/login"));
            }
            refused(SHIZUISHAN, "/dashboard/export?chart=OVERDUE_BY_CITY", 404);
            refused(OFFICER, "/dashboard/export?chart=NONE", 400);
            assertThat(listed(SHIZUISHAN, "/cases?batch=NXJQ-2026-PC-02&city=city-6405"))
                    .isZero();
            assertThat(listed(SHIZUISHAN, "/clusters?place=6405")).isZero();
            refused(OFFICER, "/cases?batch=NXJQ-2020-PC-01", 404);
            refused(OFFICER, "/cases?reached=NONE", 400);
            refused(OFFICER, "/dashboard?indicator=none", 404);
            refused(OFFICER, "/cases?batch=NXJQ-2026-PC-02&indicator=minAnnualOutput&from=x", 400);
        }

        @Test
        @DisplayName("漏斗写明在办和怎样结案；用时的期限与模型一致；分布的要求取自现行决策表；复审的评估，结案以前市里不计")
        void tables() throws Exception {
            funnel();
            times();
            distribution();
            deliberation();
            ended();
        }

        private void funnel() throws Exception {
            String page = page(OFFICER, "/dashboard");
            assertThat(table(page, ChartKey.BATCH_FUNNEL))
                    .containsExactly(
                            List.of("环节", "到达", "上一步在办", "上一步已结案", "比上一步少"),
                            List.of("发起", "5", "—", "—", "—"),
                            List.of("提交", "4", "1", "0", "少1：在办1"),
                            List.of("受理", "3", "1", "0", "少1：在办1"),
                            List.of("推荐", "2", "1", "0", "少1：在办1"),
                            List.of("复审办结", "0", "2", "0", "少2：在办2"),
                            List.of("拟认定", "0", "0", "0", "—"),
                            List.of("认定", "0", "0", "0", "—"));
            assertThat(table(page(OFFICER, "/dashboard?batch=NXJQ-2026-PC-01"), ChartKey.BATCH_FUNNEL))
                    .contains(List.of("拟认定", "2", "0", "0", "—"), List.of("认定", "1", "1", "0", "少1：在办1"));
        }

        private void ended() throws Exception {
            JdbcClient database = context.getBean(JdbcClient.class);
            database.sql("""
                            update application set state = 'WITHDRAWN'
                             where batch_id = (select max(id) from batch) and submitted_on is null
                            """).update();
            String page = page(OFFICER, "/dashboard");
            assertThat(row(page, ChartKey.BATCH_FUNNEL, "提交")).containsExactly("提交", "4", "0", "1", "少1：已撤回1");
            assertThat(chart(page, ChartKey.BATCH_FUNNEL)).contains("没有到“提交”就结案的最多（1件）");
            assertThat(listed(OFFICER, "/cases?batch=NXJQ-2026-PC-02&until=STARTED&ended=true"))
                    .isOne();
        }

        private void times() throws Exception {
            String page = page(OFFICER, "/dashboard");
            assertThat(table(page, ChartKey.STAGE_TIMES).get(0))
                    .containsExactly("环节（工作日）", "案件", "期限", "中位", "九成以内", "最长", "逾期");
            assertThat(row(page, ChartKey.STAGE_TIMES, "受理审查")).containsExactly("受理审查", "4", "5", "0", "0", "0", "1");
            assertThat(row(page, ChartKey.STAGE_TIMES, "专家评审").subList(3, 6)).containsExactly("—", "—", "—");
            assertThat(chart(page, ChartKey.STAGE_TIMES)).contains("受理审查1件");
        }

        private void deliberation() throws Exception {
            int changed = context.getBean(JdbcClient.class).sql("""
                            update finding set outcome = 'NOT_MET'
                             where code = 'minAnnualOutput'
                               and assessment_id in (select id from assessment where stage_kind = 'REREVIEW')
                            """).update();
            assertThat(changed).isEqualTo(2);
            String label = "近三年最低年产值";
            assertThat(row(page(OFFICER, "/dashboard"), ChartKey.CONDITION_OUTCOMES, label))
                    .containsExactly(label, "2", "2", "0", "0");
            assertThat(row(page(SHIZUISHAN, "/dashboard"), ChartKey.CONDITION_OUTCOMES, label))
                    .containsExactly(label, "2", "0", "0", "0");
            assertThat(listed(SHIZUISHAN, "/cases?batch=NXJQ-2026-PC-02&condition=minAnnualOutput&outcome=NOT_MET"))
                    .isZero();
            assertThat(listed(OFFICER, "/cases?batch=NXJQ-2026-PC-02&condition=minAnnualOutput&outcome=NOT_MET"))
                    .isEqualTo(2);
        }

        private void distribution() throws Exception {
            String page = page(OFFICER, "/dashboard?indicator=minAnnualOutput");
            String chart = chart(page, ChartKey.INDICATOR_DISTRIBUTION);
            assertThat(chart).contains("data-mark=\"20\"", "要求：不低于20亿元", "data-from=\"20\"", "4件申报中，4件达到，0件未达到，0件缺数据");
            assertThat(table(page, ChartKey.INDICATOR_DISTRIBUTION).stream()
                            .skip(1)
                            .filter(row -> !row.get(1).equals("—"))
                            .mapToInt(row -> Integer.parseInt(row.get(1)))
                            .sum())
                    .isEqualTo(4);
        }

        @Test
        @DisplayName("下载的与页面表格同样的数；逗号分隔的带编码标记，不会被当作公式")
        void exports() throws Exception {
            context.getBean(ClusterRegistry.class)
                    .register(new Recognition(
                            "NXJQ-2026-RD-00099",
                            "隆德集群",
                            "=HYPERLINK(\"http://x\")",
                            "640423",
                            "6404",
                            "county-640423",
                            TestClock.today(),
                            "宁工信企发〔2026〕30号"));
            String page = page(OFFICER, "/dashboard");
            assertThat(page)
                    .as("without a script the tables are open; what draws is our own")
                    .contains("<details open", "data-chart=\"bars\"", "data-series=\"NOT_MET\"", "/assets/echarts/")
                    .doesNotContain("src=\"http", "//cdn");
            for (ChartKey key : ChartKey.values()) {
                List<List<String>> shown = table(page, key);
                String csv = new String(
                        portal.as(OFFICER)
                                .perform(get("/dashboard/export?format=CSV&chart=" + key))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray(),
                        StandardCharsets.UTF_8);
                assertThat(csv).startsWith("\uFEFF");
                assertThat(csv.substring(1).split("\r\n")).as(key.name()).hasSize(shown.size());
                List<String> sent = portal.exported(OFFICER, "/dashboard/export?chart=" + key);
                for (List<String> row : shown) {
                    assertThat(csv)
                            .contains('"' + row.get(0).replace("\"", "\"\"").replaceFirst("^=", "'=") + '"');
                    assertThat(sent).contains(row.get(0));
                }
            }
            assertThat(portal.exported(OFFICER, "/dashboard/export?chart=BATCH_FUNNEL"))
                    .containsSequence("提交", "4.0", "1.0", "0.0", "少1：在办1")
                    .anyMatch(line -> line.contains("范围：全区"));
            assertThat(portal.exported(SHIZUISHAN, "/dashboard/export?chart=CLUSTERS_BY_INDUSTRY"))
                    .anyMatch(line -> line.contains("范围：石嘴山市"))
                    .noneMatch(cell -> cell.contains("HYPERLINK"));
        }
    }
}
