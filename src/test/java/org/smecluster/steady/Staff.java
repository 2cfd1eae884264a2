package org.smecluster.steady;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.support.Browser;

/** The people at a running application: each has a browser signed in and, in a session of its own, the web apps' API. */
final class Staff {

    /** An answer that the step did not expect. */
    static final class Unexpected extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String body;

        Unexpected(String what, HttpResponse<String> answer) {
            super(what + " was answered " + answer.statusCode() + ": "
                    + answer.body().substring(0, Math.min(2000, answer.body().length())));
            this.status = answer.statusCode();
            this.body = answer.body();
        }

        int status() {
            return status;
        }

        String body() {
            return body;
        }
    }

    private static final String WEB_APPS = "/camunda/api/engine/engine/default";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();

    Staff(int port) {
        this.port = port;
    }

    /** Signed in; a person who is told that the system is busy tries again after a moment. */
    Browser browser(String userId) {
        return browsers.computeIfAbsent(userId, this::signedIn);
    }

    private Browser signedIn(String userId) {
        for (int tries = 0; tries < 60; tries++) {
            Browser browser = new Browser(port);
            HttpResponse<String> answer = browser.signIn(userId, SampleUsers.PASSWORD);
            if (answer.statusCode() == 302 && !Browser.location(answer).contains("error")) {
                return browser;
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        throw new IllegalStateException("login of " + userId + " does not succeed");
    }

    /** Once more where the session has ended: the clock was put forward, or the application started anew. */
    private HttpResponse<String> ask(String userId, Function<Browser, HttpResponse<String>> request) {
        HttpResponse<String> answer = request.apply(browser(userId));
        boolean ended = answer.statusCode() == 401 || Browser.location(answer).startsWith("/login");
        if (!ended) {
            return answer;
        }
        browsers.remove(userId);
        return request.apply(browser(userId));
    }

    String page(String userId, String path) {
        return expect(ask(userId, browser -> browser.get(path)), "page " + path, 200)
                .body();
    }

    JsonNode get(String userId, String path) {
        HttpResponse<String> answer =
                ask(userId, browser -> browser.webApp("GET", WEB_APPS + path, "application/json", null, null));
        return read(expect(answer, "GET " + path, 200).body());
    }

    void claim(String userId, String taskId) {
        post(userId, "/task/" + taskId + "/claim", Map.of("userId", userId));
    }

    void submit(String userId, String taskId, Map<String, ?> form) {
        post(userId, "/task/" + taskId + "/submit-form", Map.of("variables", values(form)));
    }

    /** The business key of what was started. */
    String start(String userId, String process, Map<String, ?> form) {
        String definition = get(userId, "/process-definition?latestVersion=true&key=" + process)
                .path(0)
                .path("id")
                .asText();
        return post(userId, "/process-definition/" + definition + "/submit-form", Map.of("variables", values(form)))
                .path("businessKey")
                .asText();
    }

    private JsonNode post(String userId, String path, Map<String, ?> body) {
        String json = write(body);
        HttpResponse<String> answer = ask(
                userId,
                browser -> browser.webApp("POST", WEB_APPS + path, "application/json", "application/json", json));
        return read(expect(answer, userId + " POST " + path, 200, 204).body());
    }

    static HttpResponse<String> expect(HttpResponse<String> answer, String what, int... statuses) {
        for (int status : statuses) {
            if (answer.statusCode() == status) {
                return answer;
            }
        }
        throw new Unexpected(what, answer);
    }

    private static Map<String, Object> values(Map<String, ?> form) {
        Map<String, Object> values = new LinkedHashMap<>();
        form.forEach((key, value) -> values.put(
                key,
                value instanceof java.util.List<?>
                        ? Map.of("value", write(value), "type", "Json")
                        : Map.of("value", value)));
        return values;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json.isEmpty() ? "{}" : json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(json, broken);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
