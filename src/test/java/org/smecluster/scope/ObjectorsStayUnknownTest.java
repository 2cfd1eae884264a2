package org.smecluster.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.publicnotice.Admissions;
import org.smecluster.publicnotice.ObjectionCounter;
import org.smecluster.publicnotice.OnlineObjectionEntry;
import org.smecluster.recognition.BatchWalk;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Everything that others than the autonomous region's department can read of the case, word by word, files unpacked. */
@ProcessTest
@DisplayName("第十二条(三)：异议人的姓名、联系方式和附件，申报主体、市级、专家和公众在任何页面、文件、归档包和接口中都看不到")
class ObjectorsStayUnknownTest {

    private static final List<String> TRACES = List.of(
            TriedCases.OBJECTOR,
            TriedCases.OBJECTORS_CONTACT,
            TriedCases.OBJECTORS_FILE,
            "举证截图",
            "\\u9501\\u7389\\u5170");

    /** One of each role, the city among them whose case it is. */
    private static final List<String> READERS =
            List.of("同市另一县（huinong）", "中卫市（city-zhongwei）", "受邀专家（expert-ma）", "政策管理员（policy）", "系统管理员（admin）", "未登录");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    @DisplayName("待登记时，以及登记以后")
    void nowhere() throws IOException {
        List<TriedCase> cases = new TriedCases(context).make();
        TreeSet<String> problems = new TreeSet<>();
        assertThat(search(cases, false, problems)).isGreaterThan(150);
        context.getBean(Admissions.class).admit(cases.get(0).ids().get("receipt"), true, true, BatchWalk.OFFICER);
        assertThat(search(cases, true, problems)).isGreaterThan(300);
        assertThat(problems).isEmpty();

        Caller officer = new Caller(
                Person.ALL.stream()
                        .filter(person -> person.is("province-officer"))
                        .findFirst()
                        .orElseThrow(),
                port);
        assertThat(officer.page("/objections/" + cases.get(0).ids().get("receipt"))
                        .body())
                .as("what is searched for is there, for whoever may know it")
                .contains(TRACES.subList(0, 3));
    }

    private int search(List<TriedCase> cases, boolean engine, TreeSet<String> problems) throws IOException {
        Map<Person, Caller> callers = new LinkedHashMap<>();
        AtomicInteger read = new AtomicInteger();
        for (Person person : Person.ALL) {
            if (!READERS.contains(person.toString())) {
                continue;
            }
            Caller caller = callers.computeIfAbsent(person, each -> new Caller(each, port));
            TreeSet<String> asked = new TreeSet<>();
            for (TriedCase tried : cases) {
                for (Row row : OwnPages.ROWS) {
                    String path = tried.filled(row.path() + row.query(), person);
                    if (row.method().equals("GET") && path != null && asked.add(path)) {
                        look(person, path, caller.fetch(path), problems, read);
                    }
                }
                for (Row row : engine ? EngineResources.reads() : List.<Row>of()) {
                    String path = tried.filled(row.path() + row.query(), person);
                    if (row.method().equals("GET") && path != null && person.signedIn() && asked.add(path)) {
                        String api = "/camunda/api/engine/engine/default" + path;
                        look(person, api, caller.fetch(api), problems, read);
                    }
                }
            }
        }
        return read.get();
    }

    private static void look(
            Person person, String path, HttpResponse<byte[]> answer, TreeSet<String> problems, AtomicInteger read)
            throws IOException {
        if (answer.statusCode() == 200) {
            read.incrementAndGet();
            String text = Unpacked.text(answer.body());
            TRACES.stream().filter(text::contains).forEach(trace -> problems.add(person + " " + path + ": " + trace));
        }
    }

    @Test
    @DisplayName("异议不成立、集群认定以后的案件页、打印件和归档包")
    void inTheArchive() throws IOException {
        BatchWalk batch = BatchWalk.in(context).opened();
        String caseNumber = batch.reReviewed("640205", "惠农镁基新材料");
        batch.inNotice(caseNumber);
        String receipt = context.getBean(ObjectionCounter.class)
                .receive(
                        batch.notice().id(),
                        new OnlineObjectionEntry(
                                caseNumber,
                                TriedCases.OBJECTOR,
                                TriedCases.OBJECTORS_CONTACT,
                                "年产值与公开的统计数据不符，附件为统计公报的截图。",
                                false,
                                ""),
                        List.of(new ObjectionCounter.Sent(
                                TriedCases.OBJECTORS_FILE, new ByteArrayInputStream(EvidenceSamples.picture("png")))),
                        "")
                .number();
        long objection = context.getBean(Admissions.class).admit(receipt, true, true, BatchWalk.OFFICER);
        batch.periodEnded().ruled(objection, "DISMISSED").listPublished();
        String cluster = context.getBean(ClusterRegistry.class).all().get(0).clusterNumber();
        TreeSet<String> problems = new TreeSet<>();
        AtomicInteger read = new AtomicInteger();
        for (String userId : List.of("huinong", "city-shizuishan")) {
            Person person = Person.ALL.stream()
                    .filter(each -> userId.equals(each.userId()))
                    .findFirst()
                    .orElseThrow();
            Caller caller = new Caller(person, port);
            for (String path : List.of(
                    "/cases/" + caseNumber,
                    "/cases/" + caseNumber + "?section=opinions",
                    "/cases/" + caseNumber + "?section=evidence",
                    "/cases/" + caseNumber + "?section=progress",
                    "/cases/" + caseNumber + "/print",
                    "/clusters/" + cluster,
                    "/clusters/" + cluster + "/print",
                    "/clusters/" + cluster + "/archive")) {
                look(person, path, caller.fetch(path), problems, read);
            }
        }
        assertThat(read.get()).isGreaterThan(14);
        assertThat(problems).isEmpty();
    }
}
