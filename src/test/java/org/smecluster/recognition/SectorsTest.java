package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.casework.Casework;
import org.smecluster.engine.FormRejected;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("所属领域；申报通知对推荐名单的要求：提示，不代作决定")
class SectorsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    SectorChoices choices;

    @Autowired
    ListWarnings lists;

    @Autowired
    Batches batches;

    @Autowired
    Casework casework;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @AfterEach
    void asDelivered() {
        jdbc.sql("truncate application_sector").update();
        jdbc.sql("delete from sector where added_by is not null").update();
        jdbc.sql("update sector set retired_at = null").update();
    }

    private static Map<SectorScheme, String> chosen(String subSector, String industry) {
        Map<SectorScheme, String> codes = new EnumMap<>(SectorScheme.class);
        codes.put(SectorScheme.GB4754, subSector);
        codes.put(SectorScheme.SIX, industry);
        return codes;
    }

    @Test
    @DisplayName("随系统提供：国民经济行业分类的中类（制造业179个、采矿业19个、电力热力燃气及水9个）和六新六特六优18项；另两份名单待录入")
    void delivered() {
        assertThat(choices.all())
                .filteredOn(sector -> sector.scheme() == SectorScheme.GB4754)
                .hasSize(207);
        assertThat(choices.all())
                .filteredOn(sector -> sector.scheme() == SectorScheme.SIX)
                .hasSize(18)
                .extracting(Sector::division)
                .containsOnly("六新", "六特", "六优");
        assertThat(choices.all())
                .noneMatch(sector -> sector.scheme() == SectorScheme.BASE || sector.scheme() == SectorScheme.CHAIN);
    }

    @Nested
    @DisplayName("一件申报")
    class OfAnApplication {

        private RecognitionWalk walk;

        @BeforeEach
        void started() {
            TestClock.set(LocalDate.of(2026, 6, 15));
            walk = RecognitionWalk.in(context)
                    .of("fine-chemicals-pingluo")
                    .openBatch()
                    .started();
        }

        @Test
        @DisplayName("申报单位提交以前填写，受理的市推荐以前更正，各自署名留在案卷里")
        void whoAndWhen() {
            choices.choose(walk.caseNumber(), chosen("266", "XIN-5"), walk.applicant());
            assertThat(choices.of(walk.caseNumber()).values())
                    .extracting(Sector::told)
                    .containsExactly("266 专用化学产品制造", "现代化工");
            assertThatThrownBy(() -> choices.choose(walk.caseNumber(), chosen("261", null), walk.city()))
                    .isInstanceOf(Refusal.class);
            walk.submitted();
            assertThatThrownBy(() -> choices.choose(walk.caseNumber(), chosen("261", null), walk.applicant()))
                    .hasMessageContaining("在提交以前");
            choices.choose(walk.caseNumber(), chosen("261", null), walk.city());
            assertThat(choices.of(walk.caseNumber()).get(SectorScheme.GB4754).code())
                    .isEqualTo("261");
            assertThat(casework.entries(walk.caseNumber()).stream().filter(entry -> entry.isOf("sectors")))
                    .extracting(entry -> entry.author() + " " + entry.particulars())
                    .containsExactly(
                            walk.applicant().userId() + " {细分领域=266 专用化学产品制造, 六新六特六优产业=现代化工}",
                            walk.city().userId() + " {细分领域=261 基础化学原料制造}");
        }

        @Test
        @DisplayName("不在列表中的、停用的不能选；没有改动的不重复记")
        void onlyFromTheList() {
            assertThatThrownBy(() -> choices.choose(walk.caseNumber(), chosen("999", "XIN-9"), walk.applicant()))
                    .hasMessageContainingAll("细分领域中没有“999”", "六新六特六优产业中没有“XIN-9”");
            choices.retire(SectorScheme.SIX, "XIN-6");
            assertThatThrownBy(() -> choices.choose(walk.caseNumber(), chosen("266", "XIN-6"), walk.applicant()))
                    .hasMessageContaining("XIN-6");
            assertThat(choices.of(walk.caseNumber())).isEmpty();
            choices.choose(walk.caseNumber(), chosen("266", null), walk.applicant());
            choices.choose(walk.caseNumber(), chosen("266", ""), walk.applicant());
            assertThat(casework.entries(walk.caseNumber()).stream().filter(entry -> entry.isOf("sectors")))
                    .hasSize(1);
        }

        @Test
        @DisplayName("页面：申报单位选择并保存；别的单位不能")
        void onThePage() {
            Browser unit = Browser.signedIn("pingluo", port);
            String path = "/cases/" + walk.caseNumber();
            assertThat(unit.get(path + "?section=sectors").body())
                    .contains("26 化学原料和化学制品制造业", "266 专用化学产品制造", "自治区还没有录入这份名单");
            assertThat(unit.post(path + "?section=sectors", path + "/sectors", "GB4754", "266", "SIX", "XIN-5")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(unit.get(path + "?section=sectors").body()).contains("所属领域已保存");
            assertThat(Browser.signedIn("city-shizuishan", port)
                            .get(path + "?section=sectors")
                            .body())
                    .contains("266 专用化学产品制造", "现代化工")
                    .doesNotContain("保存所属领域");
            assertThat(Browser.signedIn("zhongning", port)
                            .get(path + "?section=sectors")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("自治区经办维护名单：代码或名称重复、缺依据的不收；细分领域按国家标准，不能改")
    void kept() {
        Account officer = BatchWalk.OFFICER;
        choices.add(SectorScheme.CHAIN, "CHAIN-1", "现代煤化工", "宁党办〔2023〕1号", officer);
        assertThatThrownBy(() -> choices.add(SectorScheme.CHAIN, "CHAIN-2", "现代煤化工", "宁党办〔2023〕1号", officer))
                .hasMessageContaining("已有");
        assertThatThrownBy(() -> choices.add(SectorScheme.CHAIN, "链2", "光伏材料", "宁党办〔2023〕1号", officer))
                .hasMessageContaining("代码用大写字母");
        assertThatThrownBy(() -> choices.add(SectorScheme.CHAIN, "CHAIN-2", "光伏材料", " ", officer))
                .hasMessageContaining("依据的文件");
        assertThatThrownBy(() -> choices.add(SectorScheme.GB4754, "999", "某业", "某文", officer))
                .hasMessageContaining("不在此维护");
        Browser page = Browser.signedIn("officer-1", port);
        assertThat(page.get("/sectors").body()).contains("现代煤化工", "宁党办〔2023〕1号", "七大产业基地");
        assertThat(page.post("/sectors", "/sectors/CHAIN/CHAIN-1/retirement").statusCode())
                .isEqualTo(302);
        assertThat(page.get("/sectors").body()).contains("已停用");
    }

    @Nested
    @DisplayName("名单")
    class OfAList {

        private BatchWalk walk;

        private void opened(boolean onePerSubSector, String quotas) {
            Map<String, Object> form = new HashMap<>(BatchWalk.openingForm());
            form.put("onePerSubSector", onePerSubSector);
            form.put("cityQuotas", quotas);
            walk = BatchWalk.in(context).opened(form);
        }

        private Batch batch() {
            return batches.all().get(0);
        }

        private String listed(String unit, String name, String subSector) {
            String caseNumber = walk.application(unit, name, ApplicationState.ACCEPTED);
            if (subSector != null) {
                choices.choose(caseNumber, chosen(subSector, null), new Account("c", "市", List.of(cityOf(unit))));
            }
            return caseNumber;
        }

        private String cityOf(String unit) {
            return "city-" + unit.substring(0, 4);
        }

        @Test
        @DisplayName("同一细分领域列了两个、没有填写细分领域：都有提示，指名集群")
        void namedTwice() {
            opened(true, null);
            List<String> cases = List.of(
                    listed("640221", "平罗精细化工集群", "266"),
                    listed("640205", "惠农化工集群", "266"),
                    listed("640202", "大武口装备集群", "351"),
                    listed("640521", "中宁枸杞集群", null));
            assertThat(lists.of(batch(), cases).warnings())
                    .containsExactly(
                            "细分领域“266 专用化学产品制造”列了2个（“平罗精细化工集群”、“惠农化工集群”），申报通知（宁工信企发〔2026〕12号）要求每个细分领域推荐1个，请核对",
                            "“中宁枸杞集群”没有填写细分领域，无法核对是否重复；推荐以前可由市在案件资料的“所属领域”中填写");
            assertThat(lists.of(batch(), cases.subList(1, 3)).warnings()).isEmpty();
        }

        @Test
        @DisplayName("通知没有要求的，不提示；此前开启的批次也不提示")
        void notAsked() {
            opened(false, null);
            List<String> cases = List.of(listed("640221", "平罗精细化工集群", "266"), listed("640205", "惠农化工集群", "266"));
            assertThat(lists.of(batch(), cases).warnings()).isEmpty();
            jdbc.sql("delete from batch_list_rule").update();
            assertThat(lists.of(batch(), cases).warnings()).isEmpty();
            assertThat(lists.quotas(batch().id())).isEmpty();
        }

        @ParameterizedTest(name = "名额{0}，列2个：提示{1}")
        @CsvSource({"1, true", "2, false", "3, false", "0, true"})
        @DisplayName("超过给该市的名额才提示；没有规定的市不限")
        void quota(int quota, boolean warned) {
            opened(false, "石嘴山市 " + quota + "\n宁东能源化工基地：1个");
            List<String> cases = List.of(
                    listed("640221", "平罗集群", null),
                    listed("640205", "惠农集群", null),
                    listed("640521", "中宁集群", null),
                    listed("640522", "海原集群", null));
            assertThat(lists.of(batch(), cases).warnings())
                    .isEqualTo(warned ? List.of("石嘴山市列了2个，超过申报通知（宁工信企发〔2026〕12号）给该市的名额" + quota + "个，请核对") : List.of());
            assertThat(lists.quotas(batch().id())).isEqualTo("石嘴山市" + quota + "个，宁东能源化工基地1个");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "'石嘴山 3', 看不懂",
            "'平罗县 3', 看不懂",
            "'石嘴山市', 看不懂",
            "'石嘴山市 3\n石嘴山市 2', 写了两次",
        })
        @DisplayName("名额看不懂的，开启批次时指出哪一行")
        void unreadable(String quotas, String sentence) {
            assertThatThrownBy(() -> opened(false, quotas))
                    .isInstanceOf(FormRejected.class)
                    .hasMessageContaining(sentence);
            assertThat(batches.all()).isEmpty();
        }

        @Test
        @DisplayName("审定名单时同一细分领域入选两个：比较页上提示，仍可以记录")
        void onTheComparison() {
            opened(true, null);
            for (String each : List.of(listed("640221", "平罗精细化工集群", "266"), listed("640205", "惠农化工集群", "266"))) {
                jdbc.sql("update application set state = 'RE_REVIEWED' where case_number = :c")
                        .param("c", each)
                        .update();
                context.getBean(SelectionDecisions.class).put(batch().id(), each, true, null, 0, "leader");
            }
            String page = Browser.signedIn("leader", port)
                    .get("/batches/" + batch().batchNumber() + "?section=comparison")
                    .body();
            assertThat(page).contains("细分领域“266 专用化学产品制造”列了2个（“平罗精细化工集群”、“惠农化工集群”）");
        }
    }
}
