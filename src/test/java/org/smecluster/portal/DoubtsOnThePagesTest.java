package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Altered.year;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.indicator.Figure;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.recognition.Shared;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("第十三条：重复列入、数据变动的提醒，谁看到什么")
class DoubtsOnThePagesTest {

    private static final Account LEADER = new Account("leader", "沈维民", List.of("province-leader"));
    private static final Account POLICY = new Account("policy", "政策", List.of("policy-owner"));

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;
    private RecognitionWalk pingluo;
    private RecognitionWalk huinong;
    private RecognitionWalk lingwu;

    /** 惠农 (same city) and 灵武 (another) list an enterprise and a patent of 平罗's, which was submitted before. */
    @BeforeEach
    void threeClusters() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2026, 6, 15));
        pingluo = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started()
                .submitted();
        huinong = sharing("new-materials-huinong");
        lingwu = sharing("cashmere-lingwu");
    }

    private RecognitionWalk sharing(String sample) {
        RecognitionWalk walk = RecognitionWalk.in(context).of(sample).started();
        Shared.handIn(
                context,
                walk,
                Shared.with(walk.sample().workbook(), pingluo.sample().workbook()));
        return walk.incidentsDeclared().declared().jobDone().confirmed();
    }

    private String page(Account account, String path) throws Exception {
        return portal.as(account)
                .perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String findings(RecognitionWalk walk) {
        return "/cases/" + walk.caseNumber() + "?section=findings";
    }

    private static String named(RecognitionWalk walk) {
        return "“" + walk.sample().getClusterName() + "”（" + walk.caseNumber() + "）";
    }

    @Test
    @DisplayName("申报单位只知道已列入其他集群，不知道是哪个、属于谁、在哪一案")
    void theApplicantLearnsNoMoreThanItMust() throws Exception {
        for (String path : List.of(findings(lingwu), "/cases/" + lingwu.caseNumber() + "/print")) {
            assertThat(page(lingwu.applicant(), path))
                    .contains("重复列入提醒（2项）", "该企业已列入其他集群", "该专利已列入其他集群")
                    .doesNotContain(
                            pingluo.caseNumber(),
                            pingluo.sample().getClusterName(),
                            huinong.caseNumber(),
                            huinong.sample().getClusterName());
        }
    }

    @Test
    @DisplayName("市级看到本市集群的名称，外市的只说其他集群；自治区看到全部")
    void cityAndRegion() throws Exception {
        assertThat(page(huinong.city(), findings(huinong)))
                .contains("该企业已列入" + named(pingluo))
                .doesNotContain("其他集群</td>", lingwu.caseNumber());
        assertThat(page(lingwu.city(), findings(lingwu)))
                .contains("该企业已列入其他集群")
                .doesNotContain(pingluo.caseNumber(), huinong.caseNumber());
        assertThat(page(PortalFixture.OFFICER, findings(lingwu)))
                .contains("该企业已列入" + named(pingluo) + "、" + named(huinong), "该专利已列入");
        assertThat(page(PortalFixture.OFFICER, findings(pingluo))).doesNotContain("重复列入提醒");
    }

    @Test
    @DisplayName("批次的重复清单只有自治区可看：每项列出全部集群，可打印；其他人得不到，也看不到有这一页")
    void listOfTheBatch() throws Exception {
        String batch = "/batches/NXJQ-2026-PC-01";
        String code =
                pingluo.sample().workbook().enterprises().get(0).creditCode().value();
        for (Account account : List.of(PortalFixture.OFFICER, LEADER)) {
            for (String path : List.of(batch + "?section=overlaps", batch + "/overlaps")) {
                assertThat(page(account, path))
                        .contains("涉及的集群（3对）", "清单（2项）", code, named(pingluo), named(huinong), named(lingwu));
            }
        }
        for (Account account : List.of(pingluo.applicant(), pingluo.city(), PortalFixture.EXPERT, POLICY)) {
            for (String path : List.of(batch + "?section=overlaps", batch + "/overlaps")) {
                portal.as(account).perform(get(path)).andExpect(status().isNotFound());
            }
        }
        assertThat(page(pingluo.city(), batch)).doesNotContain("重复列入");
    }

    private ClusterWorkbook jumping() {
        return year(
                2,
                huinong.sample().workbook(),
                year -> year.with(Figure.EMPLOYEES, year.get(Figure.EMPLOYEES).multiply(BigDecimal.valueOf(3))));
    }

    @Test
    @DisplayName("数据变动：申报单位在案件资料里逐项说明，审查人员看到；别的单位不能说明，提交后不能再改")
    void explanations() throws Exception {
        huinong.returned(5);
        Shared.handIn(context, huinong, jumping());
        huinong.declared().jobDone();
        String page = page(huinong.applicant(), findings(huinong));
        assertThat(page).contains("数据变动提醒", "“年末从业人员”2025年为", "name=\"explanation-0\"", "保存说明");

        String action = "/cases/" + huinong.caseNumber() + "/figures";
        portal.as(lingwu.applicant())
                .perform(post(action).param("explanation-0", "无关人员"))
                .andExpect(status().isNotFound());
        portal.as(huinong.city())
                .perform(post(action).param("explanation-0", "市里代填"))
                .andExpect(status().isBadRequest());
        portal.as(huinong.applicant())
                .perform(post(action).param("explanation-0", "两家龙头企业并入"))
                .andExpect(status().is3xxRedirection());
        portal.as(huinong.applicant())
                .perform(post(action).param("explanation-0", "长".repeat(501)))
                .andExpect(status().isBadRequest());
        assertThat(page(huinong.applicant(), findings(huinong))).contains("两家龙头企业并入");

        huinong.confirmed();
        assertThat(page(huinong.city(), findings(huinong)))
                .contains("数据变动提醒", "两家龙头企业并入")
                .doesNotContain("保存说明", "市里代填", "无关人员");
        assertThat(page(huinong.city(), "/cases/" + huinong.caseNumber() + "/print"))
                .contains("两家龙头企业并入");
        portal.as(huinong.applicant())
                .perform(post(action).param("explanation-0", "改口"))
                .andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("预填模板：来源写明案号和日期，只有本单位能下载；从没提交过的只有空白模板")
    void preFilledTemplate() throws Exception {
        huinong.returned(5);
        String template = "/cases/" + huinong.caseNumber() + "/workbook-template";
        assertThat(page(huinong.applicant(), "/cases/" + huinong.caseNumber() + "?section=upload"))
                .contains("空白模板", "预填模板", "来源：" + huinong.caseNumber() + "，2026-06-15提交");
        byte[] file = portal.as(huinong.applicant())
                .perform(get(template))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            ClusterWorkbook stored =
                    Shared.with(huinong.sample().workbook(), pingluo.sample().workbook());
            assertThat(workbook.getSheet("企业名单").getLastRowNum())
                    .isEqualTo(2 + stored.enterprises().size());
        }
        for (Account other : List.of(lingwu.applicant(), huinong.city(), PortalFixture.OFFICER)) {
            portal.as(other).perform(get(template)).andExpect(status().isNotFound());
        }
        RecognitionWalk first = RecognitionWalk.in(context).of("goji-zhongning").started();
        assertThat(page(first.applicant(), "/cases/" + first.caseNumber() + "?section=upload"))
                .contains("空白模板")
                .doesNotContain("预填模板");
        portal.as(first.applicant())
                .perform(get("/cases/" + first.caseNumber() + "/workbook-template"))
                .andExpect(status().isNotFound());
    }
}
