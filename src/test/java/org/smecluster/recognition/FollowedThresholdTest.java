package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Assessments;
import org.smecluster.engine.ModelUse;
import org.smecluster.engine.ModelUses;
import org.smecluster.filing.FiledVersion;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.policy.Following;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十一条的数值改了：在办的申报按改动所说的，后来的申报按新的")
class FollowedThresholdTest {

    private static final String FILE = "basicConditions.dmn";

    @Autowired
    ApplicationContext context;

    @Autowired
    RepositoryService repository;

    @Autowired
    Following following;

    @Autowired
    Assessments assessments;

    @Autowired
    ModelUses uses;

    private RecognitionWalk walk;

    @BeforeEach
    void openBatch() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo").openBatch();
    }

    private int version() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("basicConditions")
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    /** No cluster has an output of two thousand. */
    private void raise(boolean runningCasesFollow) throws IOException {
        String raised = Files.readString(Path.of("processes", "recognition", FILE))
                .replace("<text>&gt;= 20</text>", "<text>&gt;= 2000</text>")
                .replace("<text>&lt; 20</text>", "<text>&lt; 2000</text>");
        String deployment = repository
                .createDeployment()
                .name("提高产值要求")
                .addInputStream(FILE, new ByteArrayInputStream(raised.getBytes(StandardCharsets.UTF_8)))
                .deploy()
                .getId();
        following.record(deployment, FILE, runningCasesFollow);
    }

    private Assessment assessment() {
        FiledVersion filed = ReadCase.of(context, walk.caseNumber(), walk.applicant())
                .orElseThrow()
                .latest();
        return assessments
                .find(filed.submission().id(), filed.submission().checkStage())
                .orElseThrow();
    }

    private Finding output() {
        return assessment().findings().stream()
                .filter(finding -> finding.code().equals("minAnnualOutput"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "在办案件适用：{0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("申报之后改的")
    void running(boolean follows) throws IOException {
        walk.started();
        int before = version();
        TestClock.set(LocalDate.of(2026, 6, 16));
        raise(follows);
        walk.assessed();
        assertThat(output().outcome()).isEqualTo(follows ? Outcome.NOT_MET : Outcome.MET);
        assertThat(assessment().overallVersion()).isEqualTo(follows ? before + 1 : before);
        assertThat(output().decisionVersion()).isEqualTo(follows ? before + 1 : before);
        assertThat(uses.of(List.of(walk.caseNumber())))
                .filteredOn(use -> use.key().equals("basicConditions"))
                .extracting(ModelUse::version)
                .containsExactly(follows ? before + 1 : before);
    }

    @Test
    @DisplayName("批次先开、改动之后才申报的，按新的：看案件，不看批次")
    void begunAfterwards() throws IOException {
        TestClock.set(LocalDate.of(2026, 6, 16));
        raise(false);
        TestClock.set(LocalDate.of(2026, 6, 17));
        walk.started().assessed();
        assertThat(output().outcome()).isEqualTo(Outcome.NOT_MET);
    }
}
