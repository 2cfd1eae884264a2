package org.smecluster.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.filing.Filing;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationForm;
import org.smecluster.recognition.ApplicationStart;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.CityReview;
import org.smecluster.recognition.RegionalReview;
import org.smecluster.review.Checks;
import org.smecluster.review.Conclusion;
import org.smecluster.review.Expert;
import org.smecluster.review.Experts;
import org.smecluster.review.ReviewService;
import org.smecluster.security.Account;
import org.smecluster.security.Role;
import org.smecluster.support.ClauseByClause;
import org.smecluster.support.Materials;
import org.smecluster.support.TestClock;
import org.smecluster.support.Uploads;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An application of 平罗县, driven through the services as the forms would; and browsers for whoever looks at it. */
final class PortalFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    static final Account APPLICANT = new Account("pingluo", "马建国", List.of("county-640221"));
    static final Account CITY = new Account("city-shizuishan", "冯国强", List.of("city-6402"));
    static final Account OFFICER = new Account("officer-1", "丁少华", List.of("province-officer"));
    static final Account EXPERT = new Account("expert-wang", "王立平", List.of("expert"));
    static final Account OTHER_EXPERT = new Account("expert-li", "李桂芳", List.of("expert"));

    private final WebApplicationContext context;

    PortalFixture(WebApplicationContext context) {
        this.context = context;
        TestClock.set(TODAY);
    }

    static SampleCluster sample() {
        return SampleClusters.of(2026).get(0);
    }

    static byte[] sampleFile() {
        try {
            return SampleWorkbooks.workbook(sample());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What stands in the first sheet of the workbook that a list is exported to, cell by cell. */
    List<String> exported(Account person, String path) throws Exception {
        byte[] workbook = as(person)
                .perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            read.getSheetAt(0).forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
        }
        return texts;
    }

    MockMvc as(Account account) {
        return as(account.userId(), account.groups().toArray(String[]::new));
    }

    MockMvc as(String userId, String... groups) {
        String[] authorities = Stream.concat(
                        Stream.of(groups)
                                .flatMap(group -> Role.of(group).stream())
                                .map(role -> "ROLE_" + role),
                        Stream.of(groups))
                .toArray(String[]::new);
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .defaultRequest(get("/").accept("text/html")
                        .with(csrf())
                        .with(authentication(new TestingAuthenticationToken(userId, "n/a", authorities))))
                .build();
    }

    MockMvc anonymous() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .defaultRequest(get("/").accept("text/html").with(csrf()))
                .build();
    }

    void openBatch() {
        bean(Batches.class)
                .insert(
                        new BatchOpening(
                                2026,
                                "宁工信中小企业发〔2026〕5号",
                                LocalDate.of(2026, 3, 1),
                                LocalDate.of(2026, 4, 30),
                                LocalDate.of(2026, 5, 29),
                                5,
                                10),
                        "NXJQ-2026-PC-01",
                        "officer-1");
    }

    Application draft() {
        return draft(sample().getClusterName());
    }

    Application draft(String clusterName) {
        if (bean(Batches.class).all().isEmpty()) {
            openBatch();
        }
        return bean(ApplicationStart.class)
                .open(new ApplicationForm(clusterName, "精细化工", false, List.of(), null, false, null), APPLICANT);
    }

    Application submitted() {
        Application application = draft();
        upload(application.caseNumber(), sampleFile());
        submit(application.caseNumber());
        return application;
    }

    void upload(String caseNumber, byte[] workbook) {
        new Uploads(context).take(caseNumber, "平罗.xlsx", workbook, APPLICANT);
    }

    void submit(String caseNumber) {
        Filing filing = bean(Filing.class);
        Map<String, Declaration> answers = sample().declarations().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Declaration(
                                each.getValue().value(), each.getValue().explanation())));
        filing.declare(caseNumber, new Declarations(answers), true, APPLICANT);
        filing.check(caseNumber);
        new Materials(context).explain(caseNumber, APPLICANT);
        new ClauseByClause(context).declare(caseNumber, APPLICANT);
        filing.commit(caseNumber, null, true, Instant.MAX, APPLICANT);
        filing.freeze(caseNumber);
    }

    /** Recommended by the city, and two experts asked. */
    Application underExpertReview() {
        Application application = submitted();
        long id = application.id();
        CityReview city = bean(CityReview.class);
        new Materials(context).accept(application.caseNumber(), CITY);
        city.decideAcceptance(id, Conclusion.ACCEPT, "材料齐全", null, CITY);
        city.reviewPreliminarily(id, Conclusion.MEETS, "符合第十一条", null, CITY);
        city.decideRecommendation(id, Conclusion.RECOMMEND, "同意推荐", "石工信发〔2026〕8号", TODAY, CITY);
        experts(application.caseNumber(), id);
        return application;
    }

    /** Two are asked of a recommended application. */
    void experts(String caseNumber, long id) {
        Experts experts = bean(Experts.class);
        experts.put(new Expert(EXPERT.userId(), EXPERT.displayName(), "宁夏大学", "640104", Set.of()));
        experts.put(new Expert(OTHER_EXPERT.userId(), OTHER_EXPERT.displayName(), "北方民族大学", "640105", Set.of()));
        bean(RegionalReview.class).reReview(id);
        bean(ReviewService.class)
                .plan(caseNumber, true, List.of(EXPERT.userId(), OTHER_EXPERT.userId()), false, null, OFFICER);
    }

    void expertSays(String caseNumber, Account expert, String opinion) {
        bean(Checks.class)
                .giveAsExpert(caseNumber, expert.userId(), Conclusion.RECOMMEND, BigDecimal.valueOf(88), opinion);
    }
}
