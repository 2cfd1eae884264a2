package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseQuery;
import org.smecluster.casework.CaseScope;
import org.smecluster.casework.Cases;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("自治区直接联系单位（宁东）：推荐所辖园区的申报，不推荐自己的；在办案件不随区划变动")
class DirectUnitTest {

    private static final Account ZONE = new Account("zone", "园区经办", List.of("park-materials"));
    private static final Account NINGDONG = new Account("city-ningdong", "杜文斌", List.of("city-6409"));
    private static final Account YINCHUAN = new Account("city-yinchuan", "郑慧敏", List.of("city-6401"));

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationStart start;

    @Autowired
    IdentityService identity;

    @Autowired
    Cases cases;

    @Autowired
    CaseScope scope;

    @Autowired
    Applications applications;

    @Autowired
    ClusterPlace place;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aParkOfNingdong() {
        TestClock.set(LocalDate.of(2026, 6, 2));
        RecognitionWalk.in(context).openBatch();
        put("6409");
    }

    @AfterEach
    void gone() {
        jdbc.sql("truncate application cascade").update();
        jdbc.sql("delete from region_unit where code = 'materials'").update();
    }

    private void put(String parent) {
        jdbc.sql("""
                        insert into region_unit (code, name, level, parent_code, park_kind, county_code)
                        values ('materials', '宁东新材料园区', 'PARK', :parent, 'COMMITTEE', '640181')
                        on conflict (code) do update set parent_code = :parent
                        """).param("parent", parent).update();
    }

    private String applied(Account by) {
        return start.open(new ApplicationForm("宁东新材料产业集群", "化工新材料", false, List.of(), null, true, "宁东管发〔2026〕5号"), by)
                .caseNumber();
    }

    private boolean listed(String caseNumber, Account person) {
        return cases.list(new CaseQuery(List.of(), person.groups(), List.of(), null, null, false, ""), 0, 20).stream()
                .anyMatch(each -> each.caseNumber().equals(caseNumber));
    }

    @Test
    @DisplayName("所辖园区的申报由它受理和推荐；集群编号用县级代码，不用它的四位代码")
    void itReceivesWhatItsParksHandIn() {
        String caseNumber = applied(ZONE);
        Application application = applications.byCaseNumber(caseNumber).orElseThrow();
        assertThat(application.cityGroup()).isEqualTo("city-6409");
        assertThat(place.countyCode(application)).isEqualTo("640181");
        assertThat(scope.of(cases.find(caseNumber).orElseThrow(), NINGDONG)
                        .orElseThrow()
                        .reader())
                .isEqualTo(LifeReader.CITY);
        assertThat(scope.of(cases.find(caseNumber).orElseThrow(), YINCHUAN)).isEmpty();
        assertThat(identity.createGroupQuery()
                        .groupId("city-6409")
                        .singleResult()
                        .getName())
                .isEqualTo("宁东能源化工基地中小企业主管部门");
    }

    @Test
    @DisplayName("它自己的申报经银川市；改成经它自己，数据库拒绝")
    void neverItsOwn() {
        String caseNumber = applied(new Account("ningdong", "赵永刚", List.of("park-ningdong")));
        assertThat(applications.byCaseNumber(caseNumber).orElseThrow().cityGroup())
                .isEqualTo("city-6401");
        assertThat(scope.of(cases.find(caseNumber).orElseThrow(), NINGDONG)).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("update region_unit set parent_code = '6409' where code = 'ningdong'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("never_its_own");
    }

    @Test
    @DisplayName("园区改由它联系以后，在办的案件仍在原来的市办，原来的市看得到；办结以后不再看")
    void openCasesStay() {
        put("6401");
        String caseNumber = applied(ZONE);
        put("6409");
        assertThat(applications.byCaseNumber(caseNumber).orElseThrow().cityGroup())
                .isEqualTo("city-6401");
        assertThat(scope.of(cases.find(caseNumber).orElseThrow(), YINCHUAN)
                        .orElseThrow()
                        .reader())
                .isEqualTo(LifeReader.CITY);
        assertThat(listed(caseNumber, YINCHUAN)).isTrue();
        jdbc.sql("update case_record set closed_at = now(), outcome = 'WITHDRAWN' where case_number = :number")
                .param("number", caseNumber)
                .update();
        assertThat(scope.of(cases.find(caseNumber).orElseThrow(), YINCHUAN)).isEmpty();
        assertThat(listed(caseNumber, YINCHUAN)).isFalse();
    }
}
