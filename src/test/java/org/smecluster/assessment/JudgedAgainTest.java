package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;

@DisplayName("按评估时保存的数据再判断一次：同样的表，一字不差；改了的表，与重新评估相同")
class JudgedAgainTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private static AssessmentService by(StandaloneDecisionTables tables) {
        return new AssessmentService(tables, CLOCK);
    }

    private static final AssessmentService IN_FORCE = by(StandaloneDecisionTables.asDeployed());

    private static final AssessmentService OTHER = by(StandaloneDecisionTables.edited(
            model -> model.replace("<text>\"ALL_ENTERPRISES\"</text>", "<text>\"SMES\"</text>")
                    .replace("<text>&gt;= 20</text>", "<text>&gt;= 27</text>")
                    .replace("<text>&lt; 20</text>", "<text>&lt; 27</text>")
                    .replace("<text>\"GENERAL\"</text>", "<text>\"GENERAL\", \"LARGE\"</text>")
                    .replace(
                            "<text>\"LARGE\", \"MAJOR\", \"EXTRAORDINARY\"</text>",
                            "<text>\"MAJOR\", \"EXTRAORDINARY\"</text>")));

    /** On the limits, beside them, and not supplied. */
    private static List<Subject> subjects() {
        Random random = new Random(20261130);
        List<Subject> subjects = new ArrayList<>(List.of(new SubjectOf().subject(), SubjectOf.nothing()));
        for (int i = 0; i < 60; i++) {
            SubjectOf one = new SubjectOf();
            one.area = one(random, null, new BigDecimal("100"), new BigDecimal("100.01"), new BigDecimal("7"));
            one.platforms = one(random, null, 0, 1, 3);
            one.standards = one(random, null, 0, 1);
            one.policyCoverage = one(random, null, BigDecimal.ONE, new BigDecimal("0.999"));
            one.totalOutput[1] = one(random, null, "19.85", "20", "27", "26.999999999999", "0");
            one.smeOutput[2] = one(random, null, "21", "20.9999", "24.5");
            one.patents[2] = one(random, null, "60", "61", "72", "6");
            one.smeEmployees = one(random, null, "0", "9000", "900000");
            one.littleGiants = one(random, 0, 1);
            one.innovativeSmes = one(random, 0, 4, 5);
            one.enterpriseList = random.nextInt(4) > 0;
            one.declared.replaceAll((code, value) -> one(random, true, true, true, false, null));
            one.incidents = random.nextBoolean()
                    ? List.of()
                    : List.of(
                            new Incident(
                                    one(random, IncidentType.values()),
                                    one(random, null, IncidentLevel.LARGE, IncidentLevel.EXTRAORDINARY),
                                    one(random, DAY, DAY.minusYears(5)),
                                    null,
                                    "某企业",
                                    "通报"),
                            new Incident(IncidentType.SAFETY, IncidentLevel.MAJOR, DAY, null, "某企业", "通报"));
            subjects.add(one.subject());
        }
        return subjects;
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    @DisplayName("六十个集群，各种缺数据、恰在限值上的：两套表，四种组合")
    void theSame() {
        for (Subject subject : subjects()) {
            Assessment inForce = IN_FORCE.assess(subject);
            Assessment other = OTHER.assess(subject);
            assertThat(IN_FORCE.again(inForce)).isEqualTo(inForce);
            assertThat(OTHER.again(other)).isEqualTo(other);
            assertThat(OTHER.again(inForce)).isEqualTo(other);
            assertThat(IN_FORCE.again(other)).isEqualTo(inForce);
        }
    }

    @Test
    @DisplayName("两套表的结论确有不同：产值、人数的口径、事故等级")
    void theTablesDiffer() {
        SubjectOf cluster = new SubjectOf();
        cluster.smeEmployees = "900000";
        cluster.incidents = List.of(new Incident(IncidentType.SAFETY, IncidentLevel.LARGE, DAY, null, "某企业", "通报"));
        Assessment inForce = IN_FORCE.assess(cluster.subject());
        Assessment other = OTHER.again(inForce);

        assertThat(outcomes(inForce, "minAnnualOutput", "inventionPatentsPer10kEmployees"))
                .containsExactly(Outcome.MET, Outcome.MET);
        assertThat(outcomes(other, "minAnnualOutput", "inventionPatentsPer10kEmployees"))
                .containsExactly(Outcome.NOT_MET, Outcome.NOT_MET);
        assertThat(inForce.vetoed()).isTrue();
        assertThat(other.vetoed()).isFalse();
    }

    private static List<Outcome> outcomes(Assessment assessment, String... codes) {
        return Arrays.stream(codes)
                .map(code -> assessment.findings().stream()
                        .filter(finding -> finding.code().equals(code))
                        .findFirst()
                        .map(Finding::outcome)
                        .orElseThrow())
                .toList();
    }

    @Test
    @DisplayName("当时的表没有看的数据，没有保存：不当作缺数据，不判断")
    void notKept() {
        Assessment made = IN_FORCE.assess(new SubjectOf().subject());
        Assessment without = new Assessment(
                made.overall(),
                made.findings().stream()
                        .filter(finding -> !finding.code().equals("minAnnualOutput"))
                        .toList(),
                made.incidents(),
                made.overallVersion(),
                made.overallRule(),
                made.overallInputs(),
                made.at());

        assertThatThrownBy(() -> IN_FORCE.again(without)).isInstanceOf(InputNotKept.class);
    }
}
