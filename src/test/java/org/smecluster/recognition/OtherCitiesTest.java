package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseScope;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("跨市集群：申报主体所在市受理和推荐，其他市先提出书面意见")
class OtherCitiesTest {

    private static final Account WUZHONG = new Account("city-wuzhong", "马晓燕", List.of("city-6403"));
    private static final Account ZHONGWEI = new Account("city-zhongwei", "王海军", List.of("city-6405"));
    private static final Account COUNTY = new Account("qingtongxia", "县里", List.of("county-640381"));

    @Autowired
    ApplicationContext context;

    @Autowired
    OtherCities cities;

    @Autowired
    Casework casework;

    @Autowired
    Cases cases;

    @Autowired
    CaseScope scope;

    @LocalServerPort
    int port;

    private RecognitionWalk walk;
    private String caseNumber;

    @BeforeEach
    void acceptedAcrossCities() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("wine-yongning").openBatch();
        Map<String, Object> form = new HashMap<>(walk.startForm());
        form.put("involvedCounties", List.of("640381"));
        form.put("countyOutputs", "永宁县 40\n青铜峡市 5");
        walk.started(form);
        caseNumber = walk.caseNumber();
        assertThat(asksTo(WUZHONG)).isFalse();
        walk.submitted().accepted();
    }

    private boolean asksTo(Account person) {
        return scope.of(cases.find(caseNumber).orElseThrow(), person).isPresent();
    }

    private void gives(Account by, Boolean agrees, String number, LocalDate date, int revision) {
        cities.give(caseNumber, "city-6403", agrees, "涉及我市的三家企业经营正常。", number, date, revision, by);
    }

    @Test
    @DisplayName("受理以后才请其他市提出意见；该市看得到申报材料，看不到内部意见，其他的市和县看不到案件")
    void theOtherCityIsAGuest() {
        assertThat(cities.of(caseNumber)).singleElement().satisfies(asked -> {
            assertThat(asked.city().name()).isEqualTo("吴忠市");
            assertThat(asked.counties()).isEqualTo("青铜峡市");
            assertThat(asked.opinion()).isEmpty();
        });
        var reading = scope.of(cases.find(caseNumber).orElseThrow(), WUZHONG).orElseThrow();
        assertThat(reading.guest()).isTrue();
        assertThat(casework.entries(caseNumber)).noneMatch(reading::reads);
        assertThat(scope.askedOf(WUZHONG)).containsExactly(caseNumber);
        assertThat(asksTo(ZHONGWEI)).isFalse();
        assertThat(asksTo(COUNTY)).isFalse();
        assertThat(scope.askedOf(ZHONGWEI)).isEmpty();
    }

    @Test
    @DisplayName("没有意见不能推荐，说明缺哪个市的；不同意也是意见，推荐与否仍由受理的市决定")
    void recommendingWaits() {
        walk.reviewed();
        assertThatThrownBy(walk::recommended).hasMessageContainingAll("吴忠市（青铜峡市）", "书面意见", "第十二条(二)");
        gives(WUZHONG, false, null, null, 0);
        walk.recommended();
        assertThatThrownBy(() -> gives(WUZHONG, true, null, null, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("推荐决定以前提出");
    }

    @Test
    @DisplayName("可以修改，每次都留在案卷里，署填写人的名；别人刚填过的不覆盖")
    void itMayBeChanged() {
        gives(WUZHONG, false, null, null, 0);
        assertThatThrownBy(() -> gives(WUZHONG, true, null, null, 0)).isInstanceOf(Overtaken.class);
        gives(WUZHONG, true, "吴工信函〔2026〕7号", LocalDate.of(2026, 6, 15), 1);
        assertThat(casework.entries(caseNumber).stream()
                        .filter(entry -> entry.isOf("otherCity-6403"))
                        .toList())
                .extracting(entry -> entry.particulars().get("意见"), CaseEntry::authorName, CaseEntry::documentNumber)
                .containsExactly(tuple("不同意推荐", "马晓燕", null), tuple("同意推荐", "马晓燕", "吴工信函〔2026〕7号"));
    }

    @Test
    @DisplayName("受理的市按来函代为登记，须有文号和日期；其他人不能填")
    void theReceivingCityEntersALetter() {
        assertThatThrownBy(() -> gives(walk.city(), true, null, null, 0)).hasMessageContaining("来函的文号和日期");
        assertThatThrownBy(() -> gives(walk.city(), true, "吴工信函〔2026〕7号", null, 0))
                .hasMessageContaining("一并填写");
        assertThatThrownBy(() -> gives(walk.city(), true, "吴工信函〔2026〕7号", LocalDate.of(2026, 6, 16), 0))
                .hasMessageContaining("晚于今天");
        assertThatThrownBy(() -> gives(walk.city(), null, "吴工信函〔2026〕7号", LocalDate.of(2026, 6, 15), 0))
                .hasMessageContaining("请选择");
        assertThatThrownBy(() -> gives(ZHONGWEI, true, null, null, 0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> gives(COUNTY, true, null, null, 0)).isInstanceOf(Refusal.class);
        gives(walk.city(), true, "吴工信函〔2026〕7号", LocalDate.of(2026, 6, 15), 0);
        assertThat(casework.entries(caseNumber).stream()
                        .filter(entry -> entry.isOf("otherCity-6403"))
                        .findFirst()
                        .orElseThrow()
                        .particulars())
                .containsEntry("登记", "由受理的市按来函登记");
    }

    @Test
    @DisplayName("页面：该市填写，缺项时指明且保留所填，保存后受理的市看得到；申报单位结案前看不到")
    void onThePage() {
        Browser wuzhong = Browser.signedIn("city-wuzhong", port);
        String path = "/cases/" + caseNumber;
        String section = path + "?section=other-cities";
        String sent = path + "/other-cities/city-6403";
        assertThat(wuzhong.get(section).body()).contains("吴忠市", "填写本市意见");
        assertThat(wuzhong.get("/cases").body()).contains(caseNumber);
        assertThat(wuzhong.post(section, sent, "text", "企业正常", "revision", "0").body())
                .contains("请选择同意推荐或者不同意推荐", "企业正常");
        assertThat(wuzhong.post(section, sent, "agrees", "true", "text", "企业正常", "revision", "0")
                        .statusCode())
                .isEqualTo(302);
        assertThat(Browser.signedIn("city-yinchuan", port).get(section).body()).contains("同意推荐", "企业正常", "哈志远");
        Browser unit = Browser.signedIn("yongning", port);
        assertThat(unit.get(section).body()).doesNotContain("企业正常");
        assertThat(unit.post(path, sent, "agrees", "true", "text", "企业正常", "revision", "1")
                        .statusCode())
                .isEqualTo(404);
    }
}
