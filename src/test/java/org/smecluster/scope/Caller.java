package org.smecluster.scope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.support.Browser;

/** One person at a browser and at the engine's REST interface, over HTTP. */
final class Caller {

    record Answer(int status, String body, String location) {

        boolean atLogin() {
            return status == 302 && location.startsWith("/login");
        }
    }

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final Pattern SESSION_TOKEN = Pattern.compile("\"csrfToken\":\"([^\"]*)\"");

    private final Person person;
    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final HttpClient withoutCookies = HttpClient.newHttpClient();
    private String token = "";

    Caller(Person person, int port) {
        this.person = person;
        this.base = "http://127.0.0.1:" + port;
        if (person.signedIn()) {
            token = found(FORM_TOKEN, send(client, request("/login").GET()).body());
            send(
                    client,
                    form(
                            request("/login"),
                            "username=" + person.userId() + "&password=" + encoded(SampleUsers.PASSWORD)));
            Answer session = send(client, request("/session").GET());
            if (session.status() != 200) {
                throw new IllegalStateException(person + " cannot sign in");
            }
            token = found(SESSION_TOKEN, session.body());
            webApps("GET", "/camunda/api/admin/auth/user/default", null);
        }
    }

    Answer page(String path) {
        return send(
                client,
                request(path)
                        .header("Accept", "text/html, application/json;q=0.9, */*;q=0.8")
                        .GET());
    }

    Answer submit(String path, String fields) {
        return send(client, form(request(path).header("Accept", "text/html"), fields));
    }

    /** As a script of ours. */
    Answer change(String method, String path, String json) {
        return send(
                client,
                json(
                        request(path).header("X-CSRF-TOKEN", token).header("Accept", "text/html, */*;q=0.8"),
                        method,
                        json));
    }

    Answer upload(String path, String field, String content) {
        return upload(path, field, "x.xlsx", content);
    }

    Answer upload(String path, String field, String fileName, String content) {
        String boundary = "one-file";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + fileName + "\"\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return send(
                client,
                request(path)
                        .header("Accept", "text/html")
                        .header("X-CSRF-TOKEN", token)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** At {@code /engine-rest}, with user id and password in each request. */
    Answer rest(String method, String path, String json) {
        return basic(method, "/engine-rest" + path, json);
    }

    Answer basic(String method, String path, String json) {
        HttpRequest.Builder request = request(path);
        if (person.signedIn()) {
            String credentials = person.userId() + ":" + SampleUsers.PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return send(withoutCookies, json(request, method, json));
    }

    /** At a page of ours, as a script. */
    Answer own(String method, String path, String json) {
        return change(method, path, json);
    }

    /** The method named in a header, as some servers take it. */
    Answer overridden(String method, String path, String json) {
        return send(
                client,
                json(webApp(path).header("X-HTTP-Method-Override", method), "POST", json == null ? "{}" : json));
    }

    /** At a page of ours, as it stands. */
    Answer body(String path, String type, String body) {
        return send(
                client,
                request(path)
                        .header("X-CSRF-TOKEN", token)
                        .header("Accept", "text/html")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    Answer webAppBody(String method, String path, String type, String body) {
        return send(client, webApp(path).header("Content-Type", type).method(method, BodyPublishers.ofString(body)));
    }

    /** As a script of the web apps. */
    Answer webApps(String method, String path, String json) {
        return send(client, json(webApp(path), method, json));
    }

    private HttpRequest.Builder webApp(String path) {
        HttpRequest.Builder request = request(path).header("Accept", "application/json, text/plain, */*");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        return request;
    }

    private HttpRequest.Builder form(HttpRequest.Builder request, String fields) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(token) + "&" + fields));
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, String method, String json) {
        return json == null
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Byte by byte, as a browser that saves it. */
    HttpResponse<byte[]> fetch(String path) {
        try {
            return client.send(
                    (path.startsWith("/camunda/") ? webApp(path) : request(path).header("Accept", "text/html, */*"))
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = answer(client, request.build());
            return new Answer(answer.statusCode(), answer.body(), Browser.location(answer));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * What was sent on a kept connection that the server was just closing has not reached it: no client sends a POST twice by
     * itself. On a connection of its own it is answered, or the server did drop it.
     */
    private static HttpResponse<String> answer(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            if (!String.valueOf(broken.getMessage()).contains("received no bytes")) {
                throw broken;
            }
            HttpClient.Builder fresh = HttpClient.newBuilder();
            client.cookieHandler().ifPresent(fresh::cookieHandler);
            return fresh.build().send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
