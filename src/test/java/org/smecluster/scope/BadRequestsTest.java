package org.smecluster.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.scope.Caller.Answer;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * What a request has wrong is the request's fault: 4xx, at every page of ours and every resource of the engine that
 * somebody may ask for, by whoever may. A 500 would be a failure of the system that an operator has to look for.
 */
@ProcessTest
@DisplayName("写错的请求：编码、类型、日期、数字、字符、分段不对，回答都是4xx，没有500")
class BadRequestsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String NUL = "%00";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private final TreeSet<String> problems = new TreeSet<>();
    /** What has been asked: of a path without variables the values make one. */
    private final Set<String> requests = new HashSet<>();

    private int asked;

    private void told(String what, Answer answer) {
        asked++;
        if (answer.status() >= 500) {
            problems.add(what + ": " + answer.status() + " " + shortened(answer.body()));
        } else if (answer.status() >= 400
                && !answer.body().isEmpty()
                && !CHINESE.matcher(answer.body()).find()) {
            problems.add(what + ": no Chinese: " + answer.status() + " " + shortened(answer.body()));
        }
    }

    private static String shortened(String body) {
        String line = body.replaceAll("\\s+", " ");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    private void noProblems(String file) throws IOException {
        Files.write(Path.of("target", file), problems);
        assertThat(asked).isGreaterThan(40);
        assertThat(problems.stream().limit(40).toList())
                .as("%s of %s answers", problems.size(), asked)
                .isEmpty();
    }

    @Test
    @DisplayName("我们的页面和接口")
    void ourPages() throws IOException {
        TriedCase tried = new TriedCases(context)
                .make().stream()
                        .filter(each -> each.ids().containsKey("definitionId"))
                        .findFirst()
                        .orElseThrow();
        Map<Person, Caller> callers = new LinkedHashMap<>();
        for (Row row : OwnPages.ROWS) {
            Person person = Person.ALL.stream()
                    .filter(each -> each.signedIn() && row.rule().allows(each, tried))
                    .findFirst()
                    .orElse(Person.ALL.get(0));
            Caller caller = callers.computeIfAbsent(person, each -> new Caller(each, port));
            for (String value : List.of("abc", "9".repeat(40), "长".repeat(900), "-1", "%E5%A5%BD", "a%20b")) {
                String path = withEach(row.path(), tried, value.startsWith("长") ? "%E9%95%BF".repeat(900) : value);
                ask(
                        row,
                        caller,
                        path + (row.query().isEmpty() ? "" : withEach(row.query(), tried, "abc")),
                        fields(row, tried, "x"));
            }
            String path = withEach(row.path(), tried, null);
            for (String query : List.of(
                    "?page=abc",
                    "?section=" + NUL,
                    "?year=x&from=y&on=z&kind=q&version=w&upload=v",
                    "?asOf=2026-13-45",
                    "?until=%2B999999999-12-31&on=%2B999999999-12-31&asOf=%2B999999999-12-31",
                    "?from=-999999999-01-01&on=-999999999-01-01&asOf=-999999999-01-01",
                    "?city=" + NUL + "&text=" + NUL)) {
                if (row.method().equals("GET")) {
                    ask(row, caller, path + query, null);
                }
            }
            if (row.method().equals("POST")) {
                for (String value : List.of(
                        "", NUL, "x" + NUL + "y", "%C3%28", "9".repeat(60), "x".repeat(20_000), "2026-02-31", "NaN")) {
                    ask(row, caller, path, fields(row, tried, value));
                }
                spoiltBodies(row, caller, path);
            }
        }
        noProblems("bad-requests-own.txt");
    }

    @Test
    @DisplayName("直接打开错误页的地址：没有这一页，对浏览器和对程序都是")
    void theAddressOfErrors() {
        for (String userId : Arrays.asList(null, "expert-ma", "admin")) {
            Caller caller = new Caller(person(userId), port);
            Answer page = caller.page("/error");
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).contains("<h1>没有找到</h1>");
            Answer told = caller.change("HEAD", "/error", null);
            assertThat(told.status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("上传的文件名很长，不是内容过大：照样交给页面")
    void longFileName() {
        Caller admin = new Caller(person("admin"), port);
        for (int length : List.of(10, 250, 1000)) {
            assertThat(admin.upload("/cases/NXJQ-2026-RD-99999/workbook", "file", "申".repeat(length) + ".xlsx", "x")
                            .status())
                    .as(length + "字")
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("再次添加已有的成员、用户、用户组：不是系统的错误")
    void thereAlready() {
        Caller admin = new Caller(person("admin"), port);
        for (String[] again : new String[][] {
            {"PUT", "/group/camunda-admin/members/admin", "{}"},
            {"POST", "/group/create", "{\"id\":\"camunda-admin\",\"name\":\"x\",\"type\":\"WORKFLOW\"}"},
            {
                "POST",
                "/user/create",
                "{\"profile\":{\"id\":\"admin\",\"firstName\":\"x\",\"lastName\":\"y\"},"
                        + "\"credentials\":{\"password\":\"Xue-shan-2026-lu\"}}"
            }
        }) {
            Answer answer = admin.webApps(again[0], "/camunda/api/engine/engine/default" + again[1], again[2]);
            assertThat(answer.status()).as(again[1] + answer.body()).isEqualTo(409);
            assertThat(answer.body()).containsAnyOf("没有重复添加", "他人刚刚办理了同一事项");
        }
    }

    private static Person person(String userId) {
        return Person.ALL.stream()
                .filter(each -> Objects.equals(each.userId(), userId))
                .findFirst()
                .orElseThrow();
    }

    private void ask(Row row, Caller caller, String path, String fields) {
        if (!requests.add(row.method() + " " + path + " " + fields)) {
            return;
        }
        String what = row.method() + " " + path + " " + (fields == null ? "" : shortened(fields));
        told(
                shortened(what),
                row.method().equals("GET")
                        ? caller.page(path)
                        : row.method().equals("POST")
                                ? caller.submit(path, fields)
                                : caller.change(row.method(), path, fields));
    }

    private void spoiltBodies(Row row, Caller caller, String path) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"file\""
                + "; filename=\"x\0y.xlsx\"\r\n\r\nx\r\n--b--\r\n";
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("multipart/form-data", part);
        bodies.put("multipart/form-data; boundary=", part);
        bodies.put("multipart/form-data; boundary=other", part);
        bodies.put("multipart/form-data; boundary=b", part);
        bodies.put("multipart/form-data; boundary=\"b", part);
        bodies.put("multipart/form-data; boundary=b; x=1", part.substring(0, part.length() - 9));
        bodies.put(
                "multipart/form-data; boundary=b;y=1",
                "--b\r\n" + "X: " + "y".repeat(20_000) + "\r\n\r\nx\r\n--b--\r\n");
        bodies.put(
                "multipart/form-data; boundary=b;z=1",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n".repeat(2_000) + "--b--\r\n");
        bodies.put("multipart/mixed; boundary=b", part);
        bodies.put("application/json", "{");
        bodies.put("text/plain", "x");
        bodies.put("nonsense", "x");
        bodies.put("application/x-www-form-urlencoded", "a=%zz&b=%");
        bodies.put("application/x-www-form-urlencoded; charset=no-such", "a=1");
        bodies.forEach((type, body) -> told(row.name() + " as " + type, caller.body(path, type, body)));
    }

    private static String fields(Row row, TriedCase tried, String value) {
        return row.sent() == null ? null : withEach(row.sent(), tried, null).replaceAll("=[^&]*", "=" + value);
    }

    /** The path with each variable filled, by {@code value} or, where it is null, as the case has it. */
    private static String withEach(String template, TriedCase tried, String value) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(template);
        while (matcher.find()) {
            String own = tried.id(template.substring(0, matcher.start()), matcher.group(1));
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(value != null ? value : own == null ? "1" : own));
        }
        return matcher.appendTail(filled).toString();
    }

    @Test
    @DisplayName("引擎的两个接口，每一扇门")
    void theEngine() throws IOException {
        Map<String, Caller> callers = new LinkedHashMap<>();
        for (EngineDoorsListed.Door door : EngineDoorsListed.all()) {
            String userId = door.user();
            Caller caller = callers.computeIfAbsent(
                    userId,
                    id -> new Caller(
                            Person.ALL.stream()
                                    .filter(each -> id.equals(each.userId()))
                                    .findFirst()
                                    .orElseThrow(),
                            port));
            for (String id : List.of("abc", "%E5%A5%BD", "x".repeat(900), "9".repeat(40))) {
                String path = door.path().replace("{self}", userId).replaceAll("\\{[a-z]+}", id);
                for (String query : List.of(
                        "",
                        "?maxResults=abc&firstResult=-5",
                        "?sortBy=nope&sortOrder=up",
                        "?createdAfter=yesterday&dueBefore=x&startedAfter=1",
                        "?active=maybe&suspended=1&withIncident=x",
                        "?name=" + NUL + "&id=" + NUL + "&key=" + NUL + "&nameLike=" + NUL,
                        "?processVariables=a&variables=_x_",
                        "?deserializeValues=q&type=99&resourceType=99&userId=%C3%28&permissionName=x",
                        "?interval=-1&name=x&startDate=q")) {
                    told(
                            door.method() + " " + shortened(path) + query,
                            caller.webApps(door.method(), path + query, null));
                    if (!id.equals("abc")) {
                        break;
                    }
                }
                if (!door.method().equals("GET") && !door.method().equals("OPTIONS") && id.equals("abc")) {
                    for (String body : BODIES) {
                        told(
                                door.method() + " " + path + " " + shortened(body),
                                caller.webApps(door.method(), path, body));
                    }
                    for (String type : List.of(
                            "text/plain",
                            "application/xml",
                            "multipart/form-data",
                            "nonsense",
                            "application/json; charset=no-such")) {
                        told(
                                door.method() + " " + path + " as " + type,
                                caller.webAppBody(door.method(), path, type, "{}"));
                    }
                }
            }
        }
        noProblems("bad-requests-engine.txt");
    }

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "\"x\"",
            "{\"variables\":{\"a\":{\"value\":\"\\u0000\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Date\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"NoSuchType\"}}}",
            "{\"variables\":{\"a\":null},\"modifications\":{\"a\":null}}",
            "{\"variables\":5,\"userId\":{},\"name\":[]}",
            "{\"userId\":\"\\u0000\",\"name\":\"\\u0000\",\"id\":\"\\u0000\",\"businessKey\":\"\\u0000\",\"annotation\":\"\\u0000\"}",
            "{\"value\":\"\\u0000\",\"type\":\"String\"}",
            "{\"password\":\"\\u0000\",\"profile\":{\"id\":\"\\u0000\"},\"credentials\":{\"password\":\"\\u0000\"}}",
            "{\"profile\":null,\"credentials\":null}",
            "{\"retries\":\"many\",\"suspended\":\"maybe\",\"duedate\":\"soon\",\"priority\":\"high\"}",
            "{\"retries\":-5,\"duedate\":\"2026-13-45T00:00:00.000+0800\"}",
            "{\"type\":99,\"permissions\":[\"NONE_SUCH\"],\"userId\":\"x\",\"resourceType\":99,\"resourceId\":\"*\"}",
            "{\"resourceType\":\"Nothing\",\"name\":null,\"query\":5}",
            "{\"id\":\"" + "x".repeat(5000) + "\",\"name\":\"" + "x".repeat(5000) + "\",\"firstName\":\""
                    + "x".repeat(5000) + "\"}",
            "{\"sorting\":[{\"sortBy\":\"nope\",\"sortOrder\":\"up\"}],\"createdAfter\":\"x\",\"maxResults\":\"x\"}",
            "{\"a\":".repeat(1500) + "1" + "}".repeat(1500));

    @Test
    @DisplayName("连请求行都不成样的：400，一句中文")
    void brokenRequestLines() throws IOException {
        for (String target : List.of(
                "/%zz",
                "/cases/%",
                "/engine-rest/%E5%A",
                "/cases?x=%zz",
                "/a b",
                "/cases/{x}",
                "/\\x",
                "/cases/\0x",
                "/cases|x",
                "*",
                "http://[",
                "/%C0%AE%C0%AE/")) {
            for (String method : List.of("GET", "POST", "G\u00ccT", "get")) {
                Answer answer = raw(method + " " + target
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                told(method + " " + target, answer);
            }
        }
        noProblems("bad-requests-lines.txt");
    }

    private Answer raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> words = new ArrayList<>(List.of(answer.split(" ", 3)));
            int body = answer.indexOf("\r\n\r\n");
            return new Answer(
                    words.size() < 2 ? 0 : Integer.parseInt(words.get(1).substring(0, 3)),
                    body < 0 ? "" : answer.substring(body + 4),
                    "");
        }
    }
}
