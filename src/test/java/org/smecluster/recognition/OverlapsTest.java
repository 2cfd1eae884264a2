package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Altered.but;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.filing.Overlap;
import org.smecluster.filing.Overlap.Kind;
import org.smecluster.filing.Overlap.Listing;
import org.smecluster.filing.Overlaps;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.indicator.Enterprise;
import org.smecluster.material.Patent;
import org.smecluster.material.PatentNumbers;
import org.smecluster.region.RegionalScope;
import org.smecluster.region.Units;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.Recognition;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("第十三条(四)、(七)：同一企业或专利列入两个集群，提醒而不拒绝")
class OverlapsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Overlaps overlaps;

    @Autowired
    Submissions submissions;

    @Autowired
    Applications applications;

    @Autowired
    RegionalReview review;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    private RecognitionWalk pingluo;

    @BeforeEach
    void openBatch() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        pingluo = RecognitionWalk.in(context).of("fine-chemicals-pingluo").openBatch();
    }

    /** An application of another unit that lists an enterprise and a patent of 平罗县's. */
    private RecognitionWalk other(String sample) {
        RecognitionWalk walk = RecognitionWalk.in(context).of(sample).started();
        Shared.handIn(
                context,
                walk,
                Shared.with(walk.sample().workbook(), pingluo.sample().workbook()));
        return walk.incidentsDeclared().declared().jobDone();
    }

    private SubmissionVersion version(RecognitionWalk walk) {
        return submissions.latest(walk.caseNumber()).orElseThrow();
    }

    private List<Overlap> found(RecognitionWalk walk) {
        return overlaps.of(version(walk).id(), version(walk).checkStage());
    }

    private static Listing listing(RecognitionWalk walk) {
        return new Listing(
                walk.caseNumber(), walk.sample().getClusterName(), walk.sample().applicantGroup());
    }

    private Enterprise enterprise() {
        return pingluo.sample().workbook().enterprises().get(0);
    }

    private Patent patent() {
        return pingluo.sample().workbook().patents().get(0);
    }

    @Test
    @DisplayName("评估时与同批次已提交的申报比对：企业按信用代码，专利按种类和编号；提交不受影响")
    void sameBatch() {
        pingluo.started().submitted();
        RecognitionWalk huinong = other("new-materials-huinong");
        assertThat(found(huinong))
                .containsExactly(
                        new Overlap(
                                Kind.ENTERPRISE,
                                null,
                                enterprise().creditCode().value(),
                                enterprise().name(),
                                List.of(listing(pingluo))),
                        new Overlap(
                                Kind.PATENT,
                                patent().kind(),
                                patent().number(),
                                patent().name(),
                                List.of(listing(pingluo))));
        huinong.confirmed();
        assertThat(huinong.application().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    @DisplayName("同一专利号写法不同也认得：大小写、空格、标点、“专利号”字样")
    void speltOtherwise() {
        pingluo.started().submitted();
        RecognitionWalk huinong =
                RecognitionWalk.in(context).of("new-materials-huinong").started();
        String otherwise = "专利号：" + patent().number().toLowerCase().replace("-", " — ");
        List<Patent> patents = new ArrayList<>(huinong.sample().workbook().patents());
        patents.add(but(patent(), "number", otherwise));
        Shared.handIn(context, huinong, but(huinong.sample().workbook(), "patents", patents));
        huinong.incidentsDeclared().declared().jobDone();
        assertThat(found(huinong)).singleElement().satisfies(overlap -> {
            assertThat(overlap.code()).isEqualTo(otherwise);
            assertThat(overlap.clusters()).containsExactly(listing(pingluo));
        });
        huinong.confirmed();
        assertThat(overlaps.ofBatch(pingluo.application().batchId(), 100))
                .singleElement()
                .satisfies(overlap -> assertThat(overlap.clusters()).hasSize(2));
    }

    @Test
    @DisplayName("数据库中的专利号归一与程序一致")
    void keyOfTheDatabase() {
        String made = jdbc.sql("""
                        select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
                          join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                         where d.adrelid = 'workbook_patent'::regclass and a.attname = 'number_key'
                        """).query(String.class).single();
        assertThat(PatentNumbers.spellings()).allSatisfy(number -> assertThat(
                        jdbc.sql("select " + made + " from (values (cast(:number as varchar(60)))) as patent (number)")
                                .param("number", number)
                                .query(String.class)
                                .single())
                .as(number)
                .isEqualTo(PatentNumbers.key(number)));
    }

    @Test
    @DisplayName("填报中的数据不算：先评估的看不到后来者；提交时和复审时重新比对")
    void comparedAgain() {
        RecognitionWalk huinong = other("new-materials-huinong");
        pingluo.started().assessed();
        assertThat(found(huinong)).isEmpty();
        assertThat(found(pingluo)).isEmpty();
        huinong.confirmed();
        assertThat(found(pingluo)).isEmpty();
        pingluo.confirmed();
        assertThat(found(pingluo)).hasSize(2).allSatisfy(each -> assertThat(each.clusters())
                .containsExactly(listing(huinong)));
        assertThat(found(huinong)).isEmpty();

        applications.enter(huinong.application().id(), ApplicationState.RECOMMENDED, null);
        review.reReview(huinong.application().id());
        assertThat(overlaps.of(version(huinong).id(), huinong.application().reReviewStage()))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.clusters()).containsExactly(listing(pingluo)));
        assertThat(found(huinong)).as("what was found at the submission stays").isEmpty();
    }

    @Test
    @DisplayName("撤回的、未推荐的不再算")
    void closedCasesDoNotCount() {
        pingluo.started().submitted();
        applications.enter(pingluo.application().id(), ApplicationState.NOT_RECOMMENDED, "未推荐");
        assertThat(found(other("new-materials-huinong"))).isEmpty();
        assertThat(overlaps.ofBatch(pingluo.application().batchId(), 100)).isEmpty();
    }

    @Test
    @DisplayName("其他批次的申报只在认定有效时算：已认定的算，失效的不算；同一集群再次申报不与自己比对")
    void recognisedClusters() {
        pingluo.started().submitted();
        long otherBatch = jdbc.sql("""
                        insert into batch (batch_number, year, notice_number, window_start, window_end,
                                           recommendation_deadline, publicity_days, state, opened_at, closed_at)
                        values ('NXJQ-2024-PC-99', 2024, '以前的通知', '2024-03-01', '2024-03-31', '2024-04-30', 5, 'CLOSED',
                                now(), now())
                        returning id
                        """).query(Long.class).single();
        jdbc.sql("update application set batch_id = :batch, state = 'RECOGNISED' where id = :id")
                .param("batch", otherBatch)
                .param("id", pingluo.application().id())
                .update();
        jdbc.sql("""
                        update case_record set subject = '以前的批次', outcome = 'RECOGNISED', closed_at = now()
                        where case_number = :number
                        """).param("number", pingluo.caseNumber()).update();
        RecognitionWalk huinong = other("new-materials-huinong");
        assertThat(found(huinong)).as("no cluster in the registry").isEmpty();

        String number = registry.register(new Recognition(
                        pingluo.caseNumber(),
                        pingluo.sample().getClusterName(),
                        "精细化工",
                        "640221",
                        "6402",
                        "county-640221",
                        LocalDate.of(2025, 9, 1),
                        "宁工信规发〔2025〕9号"))
                .clusterNumber();
        overlaps.recordAnew(version(huinong).id(), version(huinong).checkStage());
        assertThat(found(huinong)).hasSize(2);
        huinong.confirmed();
        assertThat(overlaps.ofBatch(huinong.application().batchId(), 100))
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(each.clusters()).containsExactlyInAnyOrder(listing(pingluo), listing(huinong)));
        assertThat(overlaps.ofBatch(otherBatch, 100))
                .as("a later batch is none of the old one's")
                .isEmpty();

        RecognitionWalk again =
                RecognitionWalk.in(context).of("fine-chemicals-pingluo").started();
        Shared.handIn(context, again, pingluo.sample().workbook());
        again.declared().jobDone();
        assertThat(found(again)).hasSize(2).allSatisfy(each -> assertThat(each.clusters())
                .containsExactly(listing(huinong)));

        registry.lapse(number, LocalDate.of(2030, 1, 1));
        overlaps.recordAnew(version(huinong).id(), version(huinong).checkStage());
        assertThat(found(huinong)).isEmpty();
    }

    @Test
    @DisplayName("批次清单：所有列入的集群都在，涉及集群多的在前，只到所要的项数")
    void ofBatch() {
        pingluo.started().submitted();
        RecognitionWalk huinong = other("new-materials-huinong").confirmed();
        RecognitionWalk lingwu = other("cashmere-lingwu").confirmed();
        long batch = pingluo.application().batchId();
        assertThat(overlaps.ofBatch(batch, 100))
                .extracting(Overlap::kind)
                .containsExactly(Kind.ENTERPRISE, Kind.PATENT);
        assertThat(overlaps.ofBatch(batch, 100)).allSatisfy(each -> assertThat(each.clusters())
                .containsExactlyInAnyOrder(listing(pingluo), listing(huinong), listing(lingwu)));
        assertThat(overlaps.ofBatch(batch, 0)).isEmpty();
        assertThat(overlaps.ofBatch(batch + 1, 100)).isEmpty();
    }

    @Test
    @DisplayName("告知多少看管辖范围：范围内的说名称和案号，范围外的只说“其他集群”，不说是谁、有几个")
    void toldByScope() {
        Overlap overlap = new Overlap(
                Kind.ENTERPRISE,
                null,
                "91640221000000000X",
                "某公司",
                List.of(
                        new Listing("NXJQ-2026-RD-00001", "平罗甲集群", "county-640221"),
                        new Listing("NXJQ-2026-RD-00002", "惠农乙集群", "county-640205"),
                        new Listing("NXJQ-2026-RD-00003", "灵武丙集群", "county-640181"),
                        new Listing("NXJQ-2026-RD-00004", "中宁丁集群", "county-640521")));
        assertThat(told(overlap, "province-officer"))
                .isEqualTo("该企业已列入“平罗甲集群”（NXJQ-2026-RD-00001）、“惠农乙集群”（NXJQ-2026-RD-00002）、"
                        + "“灵武丙集群”（NXJQ-2026-RD-00003）、“中宁丁集群”（NXJQ-2026-RD-00004）");
        assertThat(told(overlap, "city-6402"))
                .isEqualTo("该企业已列入“平罗甲集群”（NXJQ-2026-RD-00001）、“惠农乙集群”（NXJQ-2026-RD-00002）、其他集群");
        assertThat(told(overlap, "county-640221")).isEqualTo("该企业已列入“平罗甲集群”（NXJQ-2026-RD-00001）、其他集群");
        assertThat(told(overlap, "county-640402")).isEqualTo("该企业已列入其他集群");
        assertThat(told(overlap, "expert")).isEqualTo("该企业已列入其他集群");
    }

    private String told(Overlap overlap, String group) {
        return overlap.toldTo(RegionalScope.of(List.of(group), units));
    }
}
