package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.PoolAdmission;
import org.smecluster.registry.Recognition;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("公众首页、集群名单、查验：无需登录，只有公示和公布过的内容")
class PublicPortalPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2030, 3, 4);
    private static final String VALID = "NXJQ-640221-0001";
    private static final String ENDED = "NXJQ-640521-0001";
    private static final String LAPSED = "NXJQ-640181-0001";
    private static final String REVOKED = "NXJQ-640205-0001";
    private static final String OF_A_CITY = "NXJQ-640300-0001";

    private static final Pattern PATH = Pattern.compile("<path[^>]* d=\"([^\"]+)\"");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int PIXELS = 4;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ClusterRegistry registry;

    private PortalFixture portal;
    private MockMvc anybody;

    @BeforeEach
    void anybodyComes() {
        portal = new PortalFixture(context);
        anybody = portal.anonymous();
        TestClock.set(TODAY);
    }

    /** One of each standing, and one in the pool alone. */
    private void clustersOfEveryKind() {
        recognised("00001", "平罗碳基材料集群", "碳基材料", "640221", LocalDate.of(2028, 7, 1));
        recognised("00002", "中宁枸杞集群", "枸杞", "640521", LocalDate.of(2027, 2, 1));
        recognised("00003", "灵武羊绒集群", "羊绒", "640181", LocalDate.of(2026, 7, 1));
        recognised("00004", "惠农镁材料集群", "镁基材料", "640205", LocalDate.of(2028, 7, 1));
        recognised("00005", "吴忠乳制品集群", "乳制品", "640300", LocalDate.of(2029, 7, 1));
        registry.awaitReview(ENDED, TODAY);
        registry.lapse(LAPSED, LocalDate.of(2029, 7, 3));
        registry.revoke(
                REVOKED, "NXJQ-2029-CX-00001", LocalDate.of(2029, 5, 6), "经查，企业甲的内部情况", "第十七条(二)", "宁工信企发〔2029〕9号");
        registry.admit(new PoolAdmission(
                "NXJQ-2030-PY-00001", REVOKED, "惠农镁材料集群", "镁基材料", "640205", "6402", "county-640205", TODAY));
        registry.admit(new PoolAdmission(
                "NXJQ-2030-PY-00002", null, "西吉马铃薯集群", "马铃薯", "640422", "6404", "county-640422", TODAY));
    }

    private void recognised(String number, String name, String industry, String county, LocalDate publishedOn) {
        registry.register(new Recognition(
                "NXJQ-%d-RD-%s".formatted(publishedOn.getYear(), number),
                name,
                industry,
                county,
                county.substring(0, 4),
                "county-" + county,
                publishedOn,
                "宁工信企发〔" + publishedOn.getYear() + "〕30号"));
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return anybody.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("首页：什么都还没有时逐项说明；没有脚本也能用的表单")
    void emptyHome() throws Exception {
        assertThat(page(get("/public")))
                .contains(
                        "目前没有正在公示的名单",
                        "年度申报通知尚未发布",
                        "目前没有在有效期内的集群",
                        "action=\"/public/check\"",
                        "action=\"/public/clusters\"",
                        "示意图")
                .doesNotContain("csrf");
    }

    @Test
    @DisplayName("首页：申报期、还剩几天、名单、各县个数；每格通到该县名单，表格说的一样；不在单一县的另列")
    void home() throws Exception {
        clustersOfEveryKind();
        portal.openBatch();
        TestClock.set(LocalDate.of(2026, 4, 20));
        assertThat(page(get("/public"))).contains("正在受理，还剩10天", "申报期2026-03-01至2026-04-30 24:00");
        TestClock.set(LocalDate.of(2026, 2, 27));
        assertThat(page(get("/public"))).contains("2天后开始受理");
        TestClock.set(TODAY);
        assertThat(page(get("/public")))
                .contains(
                        "申报期已截止，正在审核和公示",
                        "共3个",
                        "/public/clusters?place=640221",
                        "石嘴山市平罗县，1个集群",
                        "石嘴山市惠农区，0个集群",
                        "另有1个集群没有对应的格子",
                        "不在单一县（市、区）",
                        "/public/clusters?place=640300")
                .contains("有效 2", "有效期已满 1", "已失效 1", "已撤销 1")
                .doesNotContain("西吉马铃薯");
    }

    @Test
    @DisplayName("首页：地图只在文件和审图号都有时显示，写明审图号")
    void approvedMap() throws Exception {
        assertThat(page(get("/public"))).contains("src=\"/public/map\"", "审图号：样图，没有审图号");
        anybody.perform(get("/public/map"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_PNG));
        String file = "src/test/resources/portal/map.png";
        assertThat(new ApprovedMap(file, "宁S〔2026〕第001号").shown()).isPresent();
        assertThat(new ApprovedMap(file, " ").shown()).isEmpty();
        assertThat(new ApprovedMap("", "宁S〔2026〕第001号").shown()).isEmpty();
        assertThat(new ApprovedMap("target/no-such.png", "宁S〔2026〕第001号").shown())
                .isEmpty();
        assertThat(new ApprovedMap("pom.xml", "宁S〔2026〕第001号").shown()).isEmpty();
    }

    @Test
    @DisplayName("名单：按市、县、产业、年份、状态和文字筛选；从未认定的、只在培育库的不在其中")
    void filtered() throws Exception {
        clustersOfEveryKind();
        assertThat(page(get("/public/clusters")))
                .contains("共3个集群", "平罗碳基材料集群", "中宁枸杞集群", "有效期已满，待复核")
                .contains("已撤销认定的集群（第十七条）", "惠农镁材料集群", "2029-05-06", "宁工信企发〔2029〕9号")
                .contains("有效期届满后失效的集群：1个")
                .doesNotContain("灵武羊绒集群", "西吉马铃薯集群");
        assertThat(page(get("/public/clusters").param("standing", "ALL"))).contains("共5个集群", "灵武羊绒集群");
        assertThat(page(get("/public/clusters").param("standing", "VALID")))
                .contains("共2个集群")
                .doesNotContain("中宁枸杞集群");
        assertThat(page(get("/public/clusters").param("standing", "TERM_ENDED")))
                .contains("共1个集群", "中宁枸杞集群");
        assertThat(page(get("/public/clusters").param("standing", "LAPSED"))).contains("共1个集群", "灵武羊绒集群");
        assertThat(page(get("/public/clusters").param("standing", "REVOKED"))).contains("共1个集群", "惠农镁材料集群");
        assertThat(page(get("/public/clusters").param("standing", "无"))).contains("没有符合筛选条件的集群");
        assertThat(page(get("/public/clusters").param("place", "6402"))).contains("共1个集群", "平罗碳基材料集群", "惠农镁材料集群");
        assertThat(page(get("/public/clusters").param("place", "640521")))
                .contains("共1个集群", "中宁枸杞集群")
                .doesNotContain("惠农镁材料集群");
        assertThat(page(get("/public/clusters").param("industry", "枸杞"))).contains("共1个集群", "中宁枸杞集群");
        assertThat(page(get("/public/clusters").param("year", "2029"))).contains("共1个集群", "吴忠乳制品集群");
        assertThat(page(get("/public/clusters").param("year", "九"))).contains("没有符合筛选条件的集群");
        assertThat(page(get("/public/clusters").param("text", "ｎｘｊｑ－640521"))).contains("共1个集群", "中宁枸杞集群");
    }

    @Test
    @DisplayName("集群页：有效期、复核、撤销的日期依据文号；不写理由、案号和培育库；不是认定过的集群没有页面")
    void detail() throws Exception {
        clustersOfEveryKind();
        registry.beginReview(VALID, "NXJQ-2030-FH-00001", TODAY);
        registry.extend(VALID, "NXJQ-2030-FH-00001", TODAY, "宁工信企发〔2030〕8号");
        assertThat(page(get("/public/clusters/" + VALID)))
                .contains("平罗碳基材料集群", "石嘴山市平罗县", "公布认定", "宁工信企发〔2028〕30号", "2034-07-01")
                .contains("复核通过，延长三年", "宁工信企发〔2030〕8号")
                .doesNotContain("NXJQ-2028-RD", "NXJQ-2030-FH");
        assertThat(page(get("/public/clusters/" + REVOKED)))
                .contains("已撤销", "原有效期至", "撤销日期", "2029-05-06", "第十七条(二)", "宁工信企发〔2029〕9号")
                .doesNotContain("企业甲", "培育库", "NXJQ-2029-CX", "NXJQ-2030-PY");
        assertThat(page(get("/public/clusters/" + LAPSED))).contains("已失效", "失效日期", "第十四条");
        assertThat(page(get("/public/clusters/" + OF_A_CITY))).contains("吴忠市");
        anybody.perform(get("/public/clusters/NXJQ-640422-0001")).andExpect(status().isNotFound());
        anybody.perform(get("/public/clusters/x")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("期满当天以后，到期的步骤还没有走，也按日期说有效期已满")
    void theDayIsBelieved() throws Exception {
        clustersOfEveryKind();
        TestClock.set(LocalDate.of(2031, 7, 1));
        assertThat(page(get("/public/check").param("code", VALID))).contains("✓ 有效");
        TestClock.set(LocalDate.of(2031, 7, 2));
        assertThat(page(get("/public/check").param("code", VALID)))
                .contains("有效期已满，尚未延长", "2031-07-01届满")
                .doesNotContain("✓ 有效");
    }

    @Test
    @DisplayName("打印页的二维码能被解码器读回：就是查验该编号的地址")
    void qrIsReadBack() throws Exception {
        clustersOfEveryKind();
        for (String path : new String[] {"/public/clusters/" + VALID, "/public/clusters/" + VALID + "/print"}) {
            assertThat(decoded(page(get(path)))).isEqualTo("http://localhost/public/check?code=" + VALID);
        }
        assertThat(page(get("/public/clusters/" + VALID + "/print")))
                .contains("http://localhost/public/check?code=" + VALID, "<span>2030-03-04</span>的登记");
    }

    /** Drawn as a browser draws the path, and given to the library's reader. */
    private static String decoded(String page) throws Exception {
        String path = PATH.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(data -> data.matches("(" + RUN + ")+"))
                .findFirst()
                .orElseThrow();
        int size = Integer.parseInt(page.replaceAll("(?s).*viewBox=\"0 0 (\\d+) \\1\".*", "$1"));
        int width = size * PIXELS;
        int[] picture = new int[width * width];
        Arrays.fill(picture, 0xFFFFFF);
        for (MatchResult run : RUN.matcher(path).results().toList()) {
            int left = Integer.parseInt(run.group(1)) * PIXELS;
            int top = Integer.parseInt(run.group(2)) * PIXELS;
            for (int y = top; y < top + PIXELS; y++) {
                Arrays.fill(picture, y * width + left, y * width + left + Integer.parseInt(run.group(3)) * PIXELS, 0);
            }
        }
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, picture))))
                .getText();
    }

    @Test
    @DisplayName("查验：有效、期满、失效、撤销、没有；全角、小写、没有连字符都读得出；培育库的当作没有")
    void check() throws Exception {
        clustersOfEveryKind();
        assertThat(page(get("/public/check"))).contains("查验集群编号").doesNotContain("没有查到");
        assertThat(page(get("/public/check").param("code", " ｎｘｊｑ 6402210001")))
                .contains("✓ 有效", "有效期至2031-07-01", "平罗碳基材料集群", "石嘴山市平罗县", "查验时间");
        assertThat(page(get("/public/check").param("code", ENDED)))
                .contains("有效期已满，尚未延长", "2030-02-01届满", "待复核")
                .doesNotContain("✓ 有效");
        assertThat(page(get("/public/check").param("code", LAPSED)))
                .contains("已失效", "2029-07-01届满", "自2029-07-02起不再是自治区级集群");
        assertThat(page(get("/public/check").param("code", REVOKED)))
                .contains("已撤销", "2029-05-06撤销（第十七条(二)，宁工信企发〔2029〕9号）")
                .doesNotContain("企业甲", "培育库");
        for (String unknown : new String[] {"NXJQ-640221-0099", "NXJQ-640221", "<b>x</b>"}) {
            assertThat(anybody.perform(get("/public/check").param("code", unknown))
                            .andExpect(status().isNotFound())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("没有查到")
                    .doesNotContain("<b>");
        }
        MockHttpServletResponse answer = anybody.perform(get("/public/check").param("code", "NXJQ-640422-0001"))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString())
                .contains("没有查到：NXJQ-640422-0001", "编号形如NXJQ-640221-0001")
                .doesNotContain("马铃薯");
    }

    @Test
    @DisplayName("查验：一小时内没有的编号查了60次以后请稍后；查得到的不计数")
    void throttled() throws Exception {
        clustersOfEveryKind();
        for (int times = 0; times < 70; times++) {
            page(get("/public/check").param("code", VALID));
        }
        for (int times = 0; times < 60; times++) {
            anybody.perform(get("/public/check").param("code", "NXJQ-640221-9999"))
                    .andExpect(status().isNotFound());
        }
        MockHttpServletResponse answer = anybody.perform(get("/public/check").param("code", "NXJQ-640221-9999"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).contains("查了太多没有的编号", "或者在名单中按名称查找");
    }

    @Test
    @DisplayName("申报条件：第十条的原文，第十一条逐项按现行判断规则列出要求")
    void conditions() throws Exception {
        assertThat(page(get("/public/conditions")))
                .contains("第十一条(一) 核心竞争力", "占地面积", "第十一条(八) 治理和服务能力", "参考口径", "近三年未发生较大及以上生产安全");
    }
}
