package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.smecluster.support.Altered.but;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.filing.FilingService;
import org.smecluster.filing.Submissions;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.Refusal;
import org.smecluster.material.PlausibilityCheck;
import org.smecluster.material.PlausibilityWarning;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十三条：年度数据变动超过核对界限的，提醒并请说明，不影响提交")
class PlausibilityTest {

    private static final Path MODEL = Path.of("processes/material/plausibilityLimits.dmn");
    private static final Account STRANGER = new Account("stranger", "旁人", List.of("county-640521"));

    @Autowired
    ApplicationContext context;

    @Autowired
    FilingService filing;

    @Autowired
    PlausibilityCheck plausibility;

    @Autowired
    Submissions submissions;

    @Autowired
    RepositoryService repository;

    private RecognitionWalk walk;

    @BeforeEach
    void openBatch() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** Figures of a quiet cluster; the tests move one of them. */
    private static YearFigures quiet(int year) {
        return YearFigures.nothingFor(year)
                .with(Figure.TOTAL_OUTPUT, number("30"))
                .with(Figure.SME_OUTPUT, number("25"))
                .with(Figure.LEADING_INDUSTRY_OUTPUT, number("24"))
                .with(Figure.SME_RD_EXPENSE, number("1"))
                .with(Figure.SME_INVENTION_PATENTS, 100L)
                .with(Figure.EMPLOYEES, 10_000L)
                .with(Figure.ENTERPRISES, 200L)
                .with(Figure.ENTERPRISES_ON_PLATFORM, 40L)
                .with(Figure.INDUSTRIAL_SOFTWARE_USAGE, number("0.30"))
                .with(Figure.CO2_EMISSIONS, number("12"))
                .with(Figure.EMISSION_INTENSITY, number("0.4"))
                .with(Figure.EXPORTS, number("2"));
    }

    private static YearFigures output(int year, String total) {
        return quiet(year).with(Figure.TOTAL_OUTPUT, total == null ? null : number(total));
    }

    private static YearFigures exportsAndUsage(int year, String exports, String usage) {
        return quiet(year).with(Figure.EXPORTS, number(exports)).with(Figure.INDUSTRIAL_SOFTWARE_USAGE, number(usage));
    }

    private List<PlausibilityWarning> checked(YearFigures... years) {
        Shared.handIn(context, walk, but(walk.sample().workbook(), "years", List.of(years)));
        walk.declared().jobDone();
        return warnings();
    }

    private List<PlausibilityWarning> warnings() {
        return plausibility.of(
                submissions.latest(walk.caseNumber()).orElseThrow().id());
    }

    @Test
    @DisplayName("恰为两倍、恰为一半不提醒，超过才提醒；缺的年度不比较")
    void atTheLimit() {
        assertThat(checked(output(2023, "15"), output(2024, "30"), output(2025, "15")))
                .isEmpty();
        walk.as(walk.applicant()).complete("task_confirmAndSubmit", Map.of("nextStep", "CORRECT"));
        assertThat(checked(output(2023, "15"), output(2024, "30.1"), output(2025, "15")))
                .extracting(PlausibilityWarning::figure, PlausibilityWarning::year, PlausibilityWarning::upward)
                .containsExactly(tuple(Figure.TOTAL_OUTPUT, 2024, true), tuple(Figure.TOTAL_OUTPUT, 2025, false));
        walk.as(walk.applicant()).complete("task_confirmAndSubmit", Map.of("nextStep", "CORRECT"));
        assertThat(checked(output(2023, "1"), output(2024, null), output(2025, "100")))
                .isEmpty();
    }

    @Test
    @DisplayName("提醒说明哪项、哪两年、数值、变动和系数")
    void texts() {
        assertThat(checked(output(2023, "20"), output(2024, "50"), output(2025, "8")))
                .extracting(PlausibilityWarning::text)
                .containsExactly(
                        "“集群总产值”2024年为50亿元，2023年为20亿元，升到2.5倍，超过核对界限（系数2）。请核对，无误的请说明原因",
                        "“集群总产值”2025年为8亿元，2024年为50亿元，降到16%，低于核对界限（系数2，即不低于50%）。请核对，无误的请说明原因");
        walk.as(walk.applicant()).complete("task_confirmAndSubmit", Map.of("nextStep", "CORRECT"));
        assertThat(checked(
                        exportsAndUsage(2023, "0", "0.30"),
                        exportsAndUsage(2024, "0.5", "0.30"),
                        exportsAndUsage(2025, "0.5", "0.12")))
                .extracting(PlausibilityWarning::text)
                .containsExactly(
                        "“工业软件应用率”2025年为12%，2024年为30%，降到40%，低于核对界限（系数1.5，即不低于66.7%）。请核对，无误的请说明原因",
                        "“出口额”2024年为0.5亿元，2023年为0亿元，由0升起，超过核对界限（系数5）。请核对，无误的请说明原因");
    }

    @Test
    @DisplayName("提醒不拒绝：不说明也能提交，审查人员看到未说明")
    void aWarningRefusesNothing() {
        checked(output(2023, "20"), output(2024, "50"), output(2025, "60"));
        walk.confirmed();
        assertThat(walk.application().state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(warnings()).singleElement().returns(null, PlausibilityWarning::explanation);
    }

    @Test
    @DisplayName("说明只能由申报主体在材料固定之前填写，不超过500字；随版本留存")
    void explained() {
        checked(output(2023, "20"), output(2024, "50"), output(2025, "60"));
        String number = walk.caseNumber();
        assertThatThrownBy(() -> filing.explainFigures(number, Map.of(0, "并入两个园区"), STRANGER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("只有申报主体");
        assertThatThrownBy(() -> filing.explainFigures(number, Map.of(0, "长".repeat(501)), walk.applicant()))
                .hasMessageContaining("501字");
        assertThatThrownBy(() -> filing.explainFigures(number, Map.of(1, "没有这一项"), walk.applicant()))
                .hasMessageContaining("随重新评估而变化");
        filing.explainFigures(number, Map.of(0, " 并入两个园区 "), walk.applicant());
        assertThat(warnings()).singleElement().returns("并入两个园区", PlausibilityWarning::explanation);
        walk.confirmed();
        assertThatThrownBy(() -> filing.explainFigures(number, Map.of(0, "改口"), walk.applicant()))
                .hasMessageContaining("材料已固定");
        assertThat(warnings()).singleElement().returns("并入两个园区", PlausibilityWarning::explanation);
    }

    @Test
    @DisplayName("重新评估和补正时，同样的数据沿用原说明；改了数据的要重新说明")
    void explanationsStayWithTheirFigures() {
        YearFigures[] years = {output(2023, "20"), output(2024, "50"), output(2025, "60")};
        checked(years);
        filing.explainFigures(walk.caseNumber(), Map.of(0, "并入两个园区"), walk.applicant());
        walk.confirmed().returned(5);
        assertThat(checked(years)).singleElement().returns("并入两个园区", PlausibilityWarning::explanation);
        walk.as(walk.applicant()).complete("task_confirmAndSubmit", Map.of("nextStep", "CORRECT"));
        assertThat(checked(output(2023, "20"), output(2024, "51"), output(2025, "60")))
                .singleElement()
                .returns(null, PlausibilityWarning::explanation);
    }

    @Test
    @DisplayName("与上次提交的同一集群数据比较：同一年度改了口径的、与上次衔接不上的，写明上次的案号和日期")
    void againstTheLastSubmission() {
        checked(output(2023, "30"), output(2024, "30"), output(2025, "30"));
        walk.confirmed().returned(5);
        String earlier = walk.caseNumber();
        assertThat(checked(output(2023, "30"), output(2024, "31"), output(2025, "61")))
                .extracting(PlausibilityWarning::text)
                .containsExactly("“集群总产值”2025年为61亿元，此前提交（" + earlier
                        + "，2026-06-15）中2025年为30亿元，升到2.03倍，超过核对界限（系数2）。请核对，无误的请说明原因");
    }

    @Test
    @DisplayName("系数由决策表定：人工部署新表后按新系数，留空的方向和没有的指标不核对")
    void limitsArePolicy() throws IOException {
        String shipped = Files.readString(MODEL);
        List<Deployment> made = new ArrayList<>();
        try {
            made.add(deploy(shipped, model -> cell(model, "totalOutput", "upwardFactor", "3")));
            assertThat(checked(output(2023, "20"), output(2024, "50"), output(2025, "151")))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.factor()).isEqualByComparingTo("3"));
            walk.as(walk.applicant()).complete("task_confirmAndSubmit", Map.of("nextStep", "CORRECT"));
            made.add(deploy(shipped, model -> cell(model, "totalOutput", "upwardFactor", "")));
            assertThat(checked(output(2023, "20"), output(2024, "50"), output(2025, "20")))
                    .extracting(PlausibilityWarning::year, PlausibilityWarning::upward)
                    .containsExactly(tuple(2025, false));
            walk.as(walk.applicant()).complete("task_confirmAndSubmit", Map.of("nextStep", "CORRECT"));
            made.add(deploy(
                    shipped,
                    model -> model.replace("<text>\"totalOutput\"</text>", "<text>\"totalOutputOfOld\"</text>")));
            assertThat(checked(output(2023, "20"), output(2024, "50"), output(2025, "20")))
                    .isEmpty();
        } finally {
            made.forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        }
    }

    private Deployment deploy(String shipped, UnaryOperator<String> edit) {
        String edited = edit.apply(shipped);
        assertThat(edited).isNotEqualTo(shipped);
        return repository
                .createDeployment()
                .addInputStream("edited.dmn", new ByteArrayInputStream(edited.getBytes(StandardCharsets.UTF_8)))
                .deploy();
    }

    private static String cell(String model, String figure, String output, String text) {
        return model.replaceAll(
                "(id=\"plausibilityLimits_" + figure + "_out_" + output + "\">\\s*<text>)[^<]*", "$1" + text);
    }
}
