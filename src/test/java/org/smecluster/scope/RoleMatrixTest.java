package org.smecluster.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.scope.Caller.Answer;
import org.smecluster.support.Forgotten;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every role at every resource of everybody's case, over HTTP. The rows are {@link OwnPages} and {@link EngineResources},
 * the people {@link Person#ALL}, the cases {@link TriedCases}; what is expected follows from {@link Rule}s that know the
 * Measures and the roles, and nothing of the code. Who may is answered 200; who may not is refused or finds an empty list,
 * reads no case number, cluster name or unit, and changes nothing. Our own mappings are discovered: one without a row
 * fails this test.
 */
@ProcessTest
class RoleMatrixTest {

    private static final Set<String> NOTHING = Set.of("[]", "{\"count\":0}", "{}", "");
    private static final String WEB_APPS = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger granted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private List<TriedCase> cases;

    @BeforeEach
    void casesAtEveryDesk() {
        User newcomer = identity.newUser("newcomer");
        newcomer.setFirstName("新");
        newcomer.setLastName("人");
        newcomer.setPassword(SampleUsers.PASSWORD);
        identity.saveUser(newcomer);
        cases = new TriedCases(context).make();
    }

    @AfterEach
    void withoutTheNewcomer() {
        Forgotten.user("newcomer", identity, database);
    }

    @Test
    @DisplayName("我们的每个页面和接口在权限矩阵中都有一行")
    void everyMappingHasARow() {
        Set<String> rows = OwnPages.ROWS.stream().map(Row::name).collect(Collectors.toSet());
        assertThat(mappings())
                .as("the mappings of ours; one that has no row in scope.OwnPages (one line, see its Javadoc) "
                        + "would be tried by nobody, one that is no longer there hides that nothing is tried")
                .isEqualTo(new TreeSet<>(rows));
    }

    private Set<String> mappings() {
        Set<String> found = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> found.addAll(names(info))));
        return found;
    }

    private static Collection<String> names(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Set<String> found = new TreeSet<>();
        for (String pattern : info.getPatternValues()) {
            if (methods.isEmpty()) {
                found.add("GET " + pattern);
            }
            methods.forEach(method -> found.add(method + " " + pattern));
        }
        return found;
    }

    @Test
    @DisplayName("每个角色对每个案件的每个入口：管辖以内看得到，以外得到403或404，不透露案号、集群和单位；写不了，什么都没有改变")
    void everyRoleAtEveryResource() throws Exception {
        Map<Person, Caller> callers = new LinkedHashMap<>();
        for (Person person : Person.ALL) {
            callers.put(person, new Caller(person, port));
        }
        int readCases = forEach(callers, this::reads);
        int readsGranted = granted.getAndSet(0);
        int readsRefused = refused.getAndSet(0);

        Map<String, Set<String>> before = content();
        int writeCases = forEach(callers, this::writes);
        int spelt = forEach(callers, this::spellings);
        Map<String, Set<String>> after = content();
        after.forEach((table, rows) -> {
            if (!rows.equals(before.get(table))) {
                Set<String> changed = new TreeSet<>(rows);
                changed.removeAll(before.getOrDefault(table, Set.of()));
                problems.add("a refused attempt changed " + table + ": " + changed);
            }
        });

        String size = "Role matrix: " + Person.ALL.size() + " roles x " + OwnPages.ROWS.size() + " rows of ours and "
                + (2
                                * (EngineResources.reads().size()
                                        + EngineResources.writes().size())
                        + EngineResources.ofWebApps().size())
                + " of the engine's and the web apps' x " + cases.size() + " cases = " + (readCases + writeCases)
                + " requests, and " + spelt + " rows in every other spelling; reading: " + readsGranted + " granted, "
                + readsRefused + " refused or empty; writing: "
                + refused + " attempts refused";
        System.out.println(size);
        Files.write(
                Path.of("target", "role-matrix.txt"), problems.stream().sorted().toList());
        assertThat(problems.stream().sorted().limit(60).toList())
                .as("%s of %s answers are wrong", problems.size(), readCases + writeCases)
                .isEmpty();
        assertThat(readsGranted).isPositive();
        assertThat(readsRefused).isPositive();
    }

    private interface Attempts {
        int by(Person person, Caller caller);
    }

    private static int forEach(Map<Person, Caller> callers, Attempts attempts)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            callers.forEach((person, caller) -> running.add(threads.submit(() -> attempts.by(person, caller))));
            int total = 0;
            for (Future<Integer> each : running) {
                total += each.get();
            }
            return total;
        } finally {
            threads.shutdownNow();
        }
    }

    private int reads(Person person, Caller caller) {
        int asked = 0;
        for (Row row : OwnPages.ROWS) {
            if (row.method().equals("GET")) {
                asked += perCase(
                        row,
                        person,
                        (tried, path, sent) -> judge(
                                row,
                                person,
                                tried,
                                path,
                                caller.page(path),
                                person.sees(tried) || row.path().startsWith("/public")));
            }
        }
        for (Row row : EngineResources.reads()) {
            boolean basic = Rule.WITH_BASIC.allows(person, null);
            Attempt rest = read(row.only(Rule.WITH_BASIC), person, "", caller::rest);
            Attempt webApps = read(row, person, WEB_APPS, caller::webApps);
            asked += perCase(row, person, basic ? rest : webApps);
            asked += atOneCase(row, person, basic ? webApps : rest);
        }
        for (Row row : EngineResources.ofWebApps()) {
            asked += perCase(row, person, read(row, person, "", caller::webApps));
        }
        return asked;
    }

    private interface Request {
        Answer send(String method, String path, String sent);
    }

    private Attempt read(Row row, Person person, String before, Request request) {
        return (tried, path, sent) -> judge(
                row,
                person,
                tried,
                before + path,
                request.send(row.method(), before + path, sent),
                readsInEngine(person, tried));
    }

    private Attempt write(Row row, Person person, String before, Request request) {
        return (tried, path, sent) -> {
            if (!row.rule().allows(person, tried)) {
                Answer answer = request.send(row.method(), before + path, sent);
                judgeWrite(row, person, tried, before + path, answer, readsInEngine(person, tried));
            }
        };
    }

    private static boolean readsInEngine(Person person, TriedCase tried) {
        return person.worksOn(tried) || person.isAdministrator();
    }

    private int writes(Person person, Caller caller) {
        int asked = 0;
        for (Row row : OwnPages.ROWS) {
            if (!row.method().equals("GET")) {
                asked += perCase(row, person, (tried, path, sent) -> {
                    if (!row.rule().allows(person, tried)) {
                        Answer answer = path.endsWith("/workbook")
                                ? caller.upload(path, "file", "x")
                                : row.method().equals("POST")
                                        ? caller.submit(path, sent)
                                        : caller.change(row.method(), path, sent);
                        judgeWrite(row, person, tried, path, answer, person.sees(tried));
                    }
                });
            }
        }
        for (Row row : EngineResources.writes()) {
            boolean basic = Rule.WITH_BASIC.allows(person, null);
            Attempt rest = write(row.only(Rule.WITH_BASIC), person, "", caller::rest);
            Attempt webApps = write(row, person, WEB_APPS, caller::webApps);
            asked += perCase(row, person, basic ? rest : webApps);
            asked += atOneCase(row, person, basic ? webApps : rest);
        }
        return asked;
    }

    /**
     * Each row in every other spelling of its path and by every other method: refused whoever asks, for a path has one
     * spelling. The people take turns, each row is one's to try; a change is tried by those only who may not make it.
     */
    private int spellings(Person person, Caller caller) {
        int turn = Person.ALL.indexOf(person);
        int asked = 0;
        for (Row row : EngineResources.all()) {
            boolean webAppsOnly = row.path().startsWith("/camunda");
            if (++turn % Person.ALL.size() == 0) {
                asked += respelt(row, person, webAppsOnly ? "" : WEB_APPS, caller::webApps);
                asked += otherMethods(row, person, webAppsOnly ? "" : WEB_APPS, caller);
            }
            if (!webAppsOnly && (turn + 7) % Person.ALL.size() == 0) {
                asked += respelt(row, person, "/engine-rest", caller::basic);
                asked += respelt(row, person, "/engine-rest/engine/default", caller::basic);
            }
        }
        for (Row row : OwnPages.ROWS) {
            if (++turn % Person.ALL.size() == 0 && !row.path().equals("/")) {
                asked += respelt(row, person, "", caller::own);
            }
        }
        return asked;
    }

    private int respelt(Row row, Person person, String before, Request request) {
        return atOneCase(row, person, (tried, path, sent) -> {
            if (!mayTry(row, person, tried)) {
                return;
            }
            String query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
            String plain = path.substring(0, path.length() - query.length());
            for (String other : Spelling.othersOf(before + plain)) {
                judgeSpelling(
                        person,
                        tried,
                        row.method() + " " + other + query,
                        request.send(row.method(), other + query, sent));
            }
        });
    }

    private int otherMethods(Row row, Person person, String before, Caller caller) {
        return atOneCase(row, person, (tried, path, sent) -> {
            if (!mayTry(row, person, tried)) {
                return;
            }
            for (String method : List.of("HEAD", "TRACE", "PATCH", "OPTIONS", "CONFUSE")) {
                if (!(method.equals("OPTIONS") && path.equals("/filter"))) {
                    judgeSpelling(
                            person, tried, method + " " + before + path, caller.webApps(method, before + path, null));
                }
            }
            if (!row.method().equals("POST") && !row.rule().allows(person, tried)) {
                judgeSpelling(
                        person,
                        tried,
                        "POST for " + row.method() + " " + before + path,
                        caller.overridden(row.method(), before + path, sent));
            }
        });
    }

    private static boolean mayTry(Row row, Person person, TriedCase tried) {
        boolean reads = row.method().equals("GET") || row.answer() == Row.Answer.EMPTY;
        return row.answer() != Row.Answer.NO_EFFECT && (reads || !row.rule().allows(person, tried));
    }

    private void judgeSpelling(Person person, TriedCase tried, String asked, Answer answer) {
        refused.incrementAndGet();
        // what is no resource of the engine's API any more asks for the login of our pages
        boolean said = Set.of(400, 401, 403, 404, 405, 501).contains(answer.status()) || answer.atLogin();
        if (!said) {
            problems.add(person + " " + asked + " is another spelling, but answered " + answer.status() + " "
                    + shortened(answer.body()));
        }
        told(tried, answer).forEach(trace -> problems.add(person + " " + asked + " tells of the case: " + trace));
    }

    private interface Attempt {
        void at(TriedCase tried, String path, String sent);
    }

    /** With the ids of each case that has what the row needs; once, where the row is about no case. */
    private int perCase(Row row, Person person, Attempt attempt) {
        return person.signedIn() ? at(cases, row, person, attempt) : atOneCase(row, person, attempt);
    }

    /** The same resource behind the door that is not the person's: each row at one case in turn. */
    private int atOneCase(Row row, Person person, Attempt attempt) {
        List<TriedCase> turn = new ArrayList<>(cases);
        Collections.rotate(turn, Person.ALL.indexOf(person) + row.name().length());
        for (TriedCase tried : turn) {
            int asked = at(List.of(tried), row, person, attempt);
            if (asked > 0) {
                return asked;
            }
        }
        return 0;
    }

    private static int at(List<TriedCase> cases, Row row, Person person, Attempt attempt) {
        int asked = 0;
        for (TriedCase tried : cases) {
            String path = tried.filled(row.path() + row.query(), person);
            String sent = tried.filled(row.sent(), person);
            if (path != null && (row.sent() == null || sent != null)) {
                attempt.at(tried, path, sent);
                asked++;
                if (!row.ofCase()) {
                    break;
                }
            }
        }
        return asked;
    }

    private void judge(Row row, Person person, TriedCase tried, String path, Answer answer, boolean mayKnow) {
        String what = person + " " + row.method() + " " + path + " (" + tried.label() + "): ";
        if (row.rule().allows(person, tried)) {
            granted.incrementAndGet();
            if (answer.status() >= 300) {
                problems.add(what + "is granted, but answered " + answer.status() + " " + shortened(answer.body()));
            }
        } else {
            refused.incrementAndGet();
            boolean empty = row.answer() == Row.Answer.EMPTY
                    && answer.status() < 300
                    && NOTHING.contains(answer.body().strip());
            if (!empty && !refuses(person, answer) && row.answer() != Row.Answer.NO_EFFECT) {
                problems.add(what + "is refused, but answered " + answer.status() + " " + shortened(answer.body()));
            }
            if (!mayKnow && answer.body().contains(tried.unitName())) {
                problems.add(what + "names the unit " + tried.unitName() + ": " + shortened(answer.body()));
            }
        }
        for (TriedCase other : cases) {
            boolean known = OwnPages.ROWS.contains(row)
                    ? person.sees(other) || row.rule() == Rule.ADMINISTRATOR && person.isAdministrator()
                    : readsInEngine(person, other);
            if (!known && !path.startsWith("/public")) {
                told(other, answer).forEach(trace -> problems.add(what + "tells of another's case: " + trace));
            }
        }
    }

    private void judgeWrite(Row row, Person person, TriedCase tried, String path, Answer answer, boolean mayKnow) {
        String what = person + " " + row.method() + " " + path + " (" + tried.label() + "): ";
        refused.incrementAndGet();
        boolean said = refuses(person, answer) || mayKnow && (answer.status() == 400 || answer.status() == 409);
        if (!said && row.answer() != Row.Answer.NO_EFFECT) {
            problems.add(what + "is refused, but answered " + answer.status() + " " + shortened(answer.body()));
        }
        if (!mayKnow) {
            told(tried, answer).forEach(trace -> problems.add(what + "tells of the case: " + trace));
        }
    }

    private static List<String> told(TriedCase tried, Answer answer) {
        return tried.traces().stream().filter(answer.body()::contains).toList();
    }

    private static boolean refuses(Person person, Answer answer) {
        return answer.status() == 403
                || answer.status() == 404
                || !person.signedIn() && (answer.status() == 401 || answer.atLogin())
                || answer.status() == 302 && answer.location().equals("/") && person.signedIn();
    }

    private static String shortened(String body) {
        String line = body.replaceAll("\\s+", " ");
        return line.length() > 160 ? line.substring(0, 160) + "…" : line;
    }

    /** Every row of every table, but for counters of the engine's use. */
    private Map<String, Set<String>> content() {
        Map<String, Set<String>> content = new TreeMap<>();
        List<String> tables = database.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        for (String table : tables) {
            if (!table.contains("meter_log") && !table.equals("act_ge_bytearray")) {
                content.put(
                        table,
                        new TreeSet<>(database.sql("select t::text from " + table + " t")
                                .query(String.class)
                                .list()));
            }
        }
        return content;
    }
}
