package org.smecluster.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Article;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("案卷：谁、何时、依据什么、说了什么，只增不改")
class CaseworkTest {

    private static final Account OFFICER = new Account("officer-1", "经办一", List.of("province-officer"));

    @Autowired
    Casework casework;

    @Autowired
    Cases cases;

    private String caseNumber;

    @BeforeEach
    void opened() {
        TestClock.set(LocalDate.of(2027, 3, 1));
        caseNumber = casework.open(
                        new NewCase(CaseKind.AL, null, "平罗碳基材料集群", "county-640221", "city-6402", "数字化", "待自治区评选"),
                        OFFICER)
                .caseNumber();
    }

    @Test
    @DisplayName("按年份和类别连续编号")
    void aCaseHasTheNextNumberOfItsKind() {
        assertThat(caseNumber).isEqualTo("NXJQ-2027-AL-00001");
        assertThat(casework.get(caseNumber).openedByName()).isEqualTo("经办一");
        assertThat(casework.get(caseNumber).closed()).isFalse();
    }

    @Test
    @DisplayName("同一步骤重复执行，只记一次；各栏按表单的次序保存")
    void anEntryIsEnteredOnce() {
        CaseEntry entry = CaseEntry.of(EntryKind.OPINION, "cityOpinion-1", "市级意见", "同意")
                .under(Article.of(9))
                .with("主题", "数字化")
                .with("附注", " ")
                .with("排序", 2)
                .withDocument("石工信发〔2027〕3号", LocalDate.of(2027, 3, 1))
                .kept();
        casework.add(caseNumber, entry, OFFICER);
        casework.add(caseNumber, CaseEntry.of(EntryKind.OPINION, "cityOpinion-1", "市级意见", "改口"), OFFICER);

        assertThat(casework.entries(caseNumber)).singleElement().satisfies(stored -> {
            assertThat(stored.text()).isEqualTo("同意");
            assertThat(stored.article()).isEqualTo("第九条");
            assertThat(stored.particulars()).hasToString("{主题=数字化, 排序=2}");
            assertThat(stored.documentNumber()).isEqualTo("石工信发〔2027〕3号");
            assertThat(stored.audience()).isEqualTo(LifeReader.CITY);
            assertThat(stored.authorName()).isEqualTo("经办一");
            assertThat(stored.enteredAt()).isNotNull();
        });
    }

    @Test
    @DisplayName("办结一次：之后的办结和进度都不改变结论")
    void aCaseIsClosedOnce() {
        assertThat(casework.close(caseNumber, "SELECTED", "入选", null)).isTrue();
        assertThat(casework.close(caseNumber, "NOT_SELECTED", "未入选", "重复执行")).isFalse();
        casework.stand(caseNumber, "待自治区评选");

        CaseRecord closed = casework.get(caseNumber);
        assertThat(closed.outcome()).isEqualTo("SELECTED");
        assertThat(closed.standing()).isEqualTo("入选");
        assertThat(casework.entries(caseNumber)).extracting(CaseEntry::title).containsExactly("结案");
    }

    @Test
    @DisplayName("列表按申报主体、受邀的案件、类别、市、在办和文字筛选，分页")
    void casesAreListed() {
        assertThat(listed(List.of("county-640521"), List.of(), null, null, false, ""))
                .isEmpty();
        assertThat(listed(List.of(), List.of(), null, null, false, "")).isEmpty();
        List<String> units = List.of("county-640221", "county-640521");
        CaseKind kind = cases.find(caseNumber).orElseThrow().kind();
        String city = cases.find(caseNumber).orElseThrow().cityGroup();
        assertThat(listed(units, List.of(), null, null, false, "")).containsExactly(caseNumber);
        assertThat(listed(List.of(), List.of(caseNumber), null, null, false, ""))
                .containsExactly(caseNumber);
        assertThat(listed(units, List.of(), kind, city, true, caseNumber.substring(5)))
                .containsExactly(caseNumber);
        assertThat(listed(units, List.of(), CaseKind.CX, city, true, "")).isEmpty();
        assertThat(listed(units, List.of(), kind, "city-6405", true, "")).isEmpty();
        assertThat(listed(units, List.of(), kind, city, true, "没有这样的文字")).isEmpty();
        casework.close(caseNumber, "SELECTED", "入选", null);
        assertThat(listed(units, List.of(), kind, city, true, "")).isEmpty();
        CaseQuery query = new CaseQuery(units, List.of(), List.of(), null, null, false, "");
        assertThat(cases.count(query)).isOne();
        assertThat(cases.list(query, 1, 20)).isEmpty();
    }

    private List<String> listed(
            List<String> units, List<String> numbers, CaseKind kind, String city, boolean open, String text) {
        return cases.list(new CaseQuery(units, List.of(), numbers, kind, city, open, text), 0, 20).stream()
                .map(CaseRecord::caseNumber)
                .toList();
    }
}
