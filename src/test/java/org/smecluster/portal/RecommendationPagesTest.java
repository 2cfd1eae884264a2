package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.recognition.RecommendationOrder;
import org.smecluster.recognition.RecommendationOrders;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("推荐汇总表（第十三条(一)）：每批次每市一份，带推荐顺序；县里看不到")
class RecommendationPagesTest {

    private static final Account OTHER_CITY = new Account("city-wuzhong", "外市", List.of("city-6403"));
    private static final int HEADS = 2;

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;
    private RecognitionWalk pingluo;
    private RecognitionWalk dawukou;
    private String path;

    @BeforeEach
    void twoOfOneCity() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2026, 6, 15));
        pingluo = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatchWithVerification()
                .started()
                .submitted()
                .accepted()
                .verified()
                .reviewed()
                .recommended();
        dawukou = RecognitionWalk.in(context)
                .of("equipment-dawukou")
                .started()
                .submitted()
                .accepted()
                .verified()
                .reviewed();
        path = "/batches/" + number() + "/recommendations/city-6402";
    }

    private String number() {
        return portal.bean(JdbcClient.class)
                .sql("select batch_number from batch where id = ?")
                .param(pingluo.application().batchId())
                .query(String.class)
                .single();
    }

    private MockHttpServletResponse answer(Account account, MockHttpServletRequestBuilder request) throws Exception {
        return portal.as(account).perform(request).andReturn().getResponse();
    }

    private String page(Account account) throws Exception {
        return answer(account, get(path)).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletRequestBuilder ranks(int revision, String ofPingluo, String ofDawukou) {
        return post(path)
                .param("cases", pingluo.caseNumber(), dawukou.caseNumber())
                .param("ranks", ofPingluo, ofDawukou)
                .param("revision", Integer.toString(revision))
                .param("sure", "true");
    }

    private String refused(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = answer(PortalFixture.CITY, request);
        assertThat(response.getStatus()).isBetween(400, 409);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private List<List<String>> workbook() throws Exception {
        MockHttpServletResponse response = answer(PortalFixture.CITY, get(path + "/workbook"));
        assertThat(response.getStatus()).isEqualTo(200);
        byte[] content = response.getContentAsByteArray();
        Files.write(Path.of("target", "recommendation-summary.xlsx"), content);
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            for (Row row : workbook.getSheet("推荐汇总表")) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    cells.add(new DataFormatter().formatCellValue(cell));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private RecommendationOrder order() {
        return portal.bean(RecommendationOrders.class)
                .latest(pingluo.application().batchId(), "city-6402")
                .orElseThrow();
    }

    @Test
    @DisplayName("没有确认顺序：页面和表都说明，顺序空白；已推荐的有文号，初审符合的还没有")
    void beforeTheOrder() throws Exception {
        assertThat(page(PortalFixture.CITY))
                .contains("推荐顺序尚未确认", "平罗县精细化工产业集群", "石工信发〔2026〕31号（2026-06-01）", "还没有推荐", "2026-06-15，八项均符合");
        List<List<String>> rows = workbook();
        assertThat(rows.get(0)).containsExactly("2026年度石嘴山市中小企业特色产业集群推荐汇总表");
        assertThat(rows.get(1).get(0)).contains("推荐顺序尚未确认", number());
        assertThat(rows.get(HEADS)).startsWith("推荐顺序", "集群名称", "主导产业").endsWith("推荐文件", "案号");
        assertThat(rows.get(HEADS + 1))
                .startsWith("", "平罗县精细化工产业集群")
                .contains("86.2 亿元", "2026-06-15，八项均符合")
                .endsWith("石工信发〔2026〕31号（2026-06-01）", pingluo.caseNumber());
        assertThat(rows.get(HEADS + 2)).endsWith("", dawukou.caseNumber());
    }

    @Test
    @DisplayName("确认顺序：记下人和时间，表按顺序排；再确认一次，以前的留存")
    void confirmed() throws Exception {
        assertThat(answer(PortalFixture.CITY, ranks(0, "2", "1")).getRedirectedUrl())
                .isEqualTo(path);
        RecommendationOrder order = order();
        assertThat(order.caseNumbers()).containsExactly(dawukou.caseNumber(), pingluo.caseNumber());
        List<List<String>> rows = workbook();
        assertThat(rows.get(1).get(0)).contains("推荐顺序：" + order.confirmedByName() + "于2026-06-15");
        assertThat(rows.get(HEADS + 1)).startsWith("1").endsWith(dawukou.caseNumber());
        assertThat(rows.get(HEADS + 2)).startsWith("2").endsWith(pingluo.caseNumber());
        assertThat(refused(ranks(0, "1", "2"))).contains("没有覆盖");
        answer(PortalFixture.CITY, ranks(1, "1", "2"));
        assertThat(order().revision()).isEqualTo(2);
        assertThat(portal.bean(JdbcClient.class)
                        .sql("select count(*) from recommendation_order")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("确认以后有新的集群列入：顺序空白，须重新排定；页面上的集群与现在不同的，不保存")
    void oneMore() throws Exception {
        answer(PortalFixture.CITY, ranks(0, "2", "1"));
        portal.bean(JdbcClient.class)
                .sql("update recommendation_order set case_numbers = case_numbers[1:1]")
                .update();
        assertThat(page(PortalFixture.CITY)).contains("有新的集群列入，须重新排定");
        assertThat(workbook().get(HEADS + 1)).startsWith("", "平罗县精细化工产业集群");
        assertThat(refused(post(path)
                        .param("cases", pingluo.caseNumber())
                        .param("ranks", "1")
                        .param("revision", "1")
                        .param("sure", "true")))
                .contains("列入汇总表的集群刚刚有变动");
    }

    @Test
    @DisplayName("没有勾选、数字重复或不是数字、推荐截止以后，不能确认，并说明")
    void refusals() throws Exception {
        assertThat(refused(post(path).param("cases", pingluo.caseNumber()).param("ranks", "1")))
                .contains("请先勾选确认推荐顺序");
        assertThat(refused(ranks(0, "1", "1"))).contains("请用1到2，每个数字用一次：现在没有2");
        assertThat(refused(ranks(0, "1", "甲"))).contains("请填数字，从1开始");
        TestClock.set(RecognitionWalk.RECOMMENDATION_DEADLINE);
        assertThat(answer(PortalFixture.CITY, ranks(0, "1", "2")).getStatus()).isEqualTo(302);
        TestClock.set(RecognitionWalk.RECOMMENDATION_DEADLINE.plusDays(1));
        assertThat(refused(ranks(1, "2", "1"))).contains("已经截止，推荐顺序不能再改");
    }

    @Test
    @DisplayName("本市和自治区看得到，自治区不能排；县里、别的市看不到表，也看不到入口")
    void whoSees() throws Exception {
        for (Account account : List.of(PortalFixture.APPLICANT, OTHER_CITY, PortalFixture.EXPERT)) {
            assertThat(answer(account, get(path)).getStatus()).isEqualTo(404);
            assertThat(answer(account, get(path + "/workbook")).getStatus()).isEqualTo(404);
        }
        String batch = "/batches/" + number();
        assertThat(answer(PortalFixture.APPLICANT, get(batch)).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("推荐汇总表");
        assertThat(answer(PortalFixture.CITY, get(batch)).getContentAsString(StandardCharsets.UTF_8))
                .contains("推荐汇总表");
        assertThat(answer(PortalFixture.CITY, get("/cases/" + dawukou.caseNumber()))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("本市推荐汇总表");
        assertThat(answer(PortalFixture.CITY, get(batch + "/recommendations"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("石嘴山市")
                .doesNotContain("吴忠市");
        assertThat(page(PortalFixture.OFFICER)).contains("平罗县精细化工").doesNotContain("确认推荐顺序</button>");
        assertThat(answer(PortalFixture.OFFICER, get(batch + "/recommendations"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("石嘴山市", "尚未确认");
        assertThat(answer(PortalFixture.OFFICER, ranks(0, "1", "2")).getStatus())
                .isEqualTo(404);
        assertThat(answer(PortalFixture.OFFICER, get(batch + "/recommendations/city-9999"))
                        .getStatus())
                .isEqualTo(404);
    }
}
