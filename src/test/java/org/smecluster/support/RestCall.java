package org.smecluster.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.smecluster.sample.engine.SampleUsers;

/**
 * Calls the engine over HTTP as one of the sample users: {@linkplain #as as a script of Tasklist} in a session, or
 * {@linkplain #basic as the Modeler does} with user id and password in each request.
 */
public final class RestCall {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String WEB_APPS = "/camunda/api/engine/engine/default";
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Of all tests of one application: a login costs more than a request. */
    private static final Map<String, Browser> SIGNED_IN = new ConcurrentHashMap<>();

    /** Sends one request; a body and its type are null where there is none. */
    private interface Way {
        HttpResponse<String> send(String method, String path, String accept, String type, String body);
    }

    private final Way way;

    private RestCall(Way way) {
        this.way = way;
    }

    /** In a session at the web apps' own API. */
    public static RestCall as(String userId, int port) {
        return new RestCall((method, path, accept, type, body) -> {
            String who = userId + "@" + port;
            Browser browser = SIGNED_IN.computeIfAbsent(who, nobody -> Browser.signedIn(userId, port));
            HttpResponse<String> answer = browser.webApp(method, WEB_APPS + path, accept, type, body);
            if (answer.statusCode() != 401) {
                return answer;
            }
            // the session has ended with another test's clock or account
            Browser again = new Browser(port);
            again.signIn(userId, SampleUsers.PASSWORD);
            SIGNED_IN.put(who, again);
            return again.webApp(method, WEB_APPS + path, accept, type, body);
        });
    }

    /** At {@code /engine-rest} with HTTP Basic. */
    public static RestCall basic(String userId, int port) {
        return basic(userId, SampleUsers.PASSWORD, port);
    }

    public static RestCall basic(String userId, String password, int port) {
        byte[] credentials = (userId + ":" + password).getBytes(StandardCharsets.UTF_8);
        return rest(port, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public static RestCall anonymous(int port) {
        return rest(port, null);
    }

    private static RestCall rest(int port, String authorization) {
        return new RestCall((method, path, accept, type, body) -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/engine-rest" + path))
                    .header("Accept", accept);
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            if (type != null) {
                request.header("Content-Type", type);
            }
            return send(request.method(
                    method,
                    body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
        });
    }

    public HttpResponse<String> get(String path) {
        return way.send("GET", path, JSON, null, null);
    }

    public HttpResponse<String> post(String path, String json) {
        return way.send("POST", path, JSON, JSON, json);
    }

    /** Hands in a form, as {@link SpoiltForm#asTasklistSends} makes it. */
    public HttpResponse<String> post(String path, Map<String, ?> body) {
        try {
            return post(path, MAPPER.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** Where the newest version of a process takes its start form. */
    public String startForm(String process) {
        String body =
                get("/process-definition?latestVersion=true&key=" + process).body();
        try {
            return "/process-definition/"
                    + MAPPER.readTree(body).path(0).path("id").asText() + "/submit-form";
        } catch (JsonProcessingException noList) {
            throw new IllegalStateException(body, noList);
        }
    }

    public HttpResponse<String> put(String path, String json) {
        return way.send("PUT", path, JSON, JSON, json);
    }

    public HttpResponse<String> delete(String path) {
        return way.send("DELETE", path, JSON, null, null);
    }

    /** As Tasklist asks for a list: each element with what belongs to it embedded. */
    public HttpResponse<String> postEmbedded(String path, String json) {
        return way.send("POST", path, "application/hal+json", JSON, json);
    }

    /** Deploys one file as the Modeler does. */
    public HttpResponse<String> deploy(String name, String fileName, String content) {
        String boundary = "one-file";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + name
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return way.send("POST", "/deployment/create", JSON, "multipart/form-data; boundary=" + boundary, body);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
