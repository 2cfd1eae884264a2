package org.smecluster.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smecluster.sample.engine.SampleUsers;

/** A browser without scripts: keeps cookies, posts forms with their CSRF token, follows no redirect by itself. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    public Browser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** A browser in which a sample user has signed in. */
    public static Browser signedIn(String userId, int port) {
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.signIn(userId, SampleUsers.PASSWORD);
        if (location(answer).contains("error")) {
            throw new IllegalStateException("login of " + userId + " failed: " + location(answer));
        }
        return browser;
    }

    public HttpResponse<String> signIn(String userId, String password) {
        return post("/login", "/login", "username", userId, "password", password);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** A file. */
    public HttpResponse<byte[]> download(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** As a script in a page does. */
    public HttpResponse<String> fetch(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    /** As a script of the web apps does, with the token that they keep in a cookie; {@code body} null for none. */
    public HttpResponse<String> webApp(String method, String path, String accept, String type, String body) {
        HttpRequest.Builder request = request(path).header("Accept", accept).header("X-XSRF-TOKEN", webAppToken());
        return send(
                body == null
                        ? request.method(method, HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", type)
                                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private String webAppToken() {
        if (cookie("XSRF-TOKEN").isEmpty()) {
            fetch("/camunda/api/admin/auth/user/default");
        }
        return cookie("XSRF-TOKEN").orElse("");
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Posts the fields (name, value, …) with the CSRF token that the page at {@code formPath} holds. */
    public HttpResponse<String> post(String formPath, String path, String... fields) {
        Matcher token = TOKEN.matcher(get(formPath).body());
        String body = token.find() ? "_csrf=" + encoded(token.group(1)) : "";
        for (int i = 0; i < fields.length; i += 2) {
            body += "&" + fields[i] + "=" + encoded(fields[i + 1]);
        }
        return postBody(path, body);
    }

    /** Uploads one file with the CSRF token that the page at {@code formPath} holds. */
    public HttpResponse<String> upload(String formPath, String path, String field, String fileName, byte[] content) {
        Matcher token = TOKEN.matcher(get(formPath).body());
        String boundary = "one-file";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + (token.find() ? token.group(1) : "") + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Posts as it stands, without a token. */
    public HttpResponse<String> postBody(String path, String body) {
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Stream<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies().stream();
    }

    public void carry(String cookie, String value) {
        HttpCookie carried = new HttpCookie(cookie, value);
        carried.setPath("/");
        carried.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), carried);
    }

    public String sessionId() {
        return cookie("JSESSIONID").orElseThrow();
    }

    /** Where an answer redirects to, without the host; empty if nowhere. */
    public static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> read) {
        try {
            return client.send(request.build(), read);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
