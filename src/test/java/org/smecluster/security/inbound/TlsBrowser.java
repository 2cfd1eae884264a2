package org.smecluster.security.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smecluster.sample.engine.SampleUsers;

/** A browser without scripts on one of the loopback addresses, that shows whole answers with their headers. */
final class TlsBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final Nginx nginx;
    private final String from;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    TlsBrowser(Nginx nginx, String from) {
        this.nginx = nginx;
        this.from = from;
    }

    String cookie(String name) {
        return cookies.get(name);
    }

    String signIn(String userId, String headers) throws IOException {
        String form = "_csrf=" + URLEncoder.encode(token(get("/login")), StandardCharsets.UTF_8) + "&username=" + userId
                + "&password=" + URLEncoder.encode(SampleUsers.PASSWORD, StandardCharsets.UTF_8);
        return post("/login", "application/x-www-form-urlencoded", headers, form.getBytes(StandardCharsets.UTF_8));
    }

    String get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.0", Nginx.NAME, "Accept: text/html\r\n", new byte[0]);
    }

    String post(String path, String type, String headers, byte[] body) throws IOException {
        return send(
                "POST " + path + " HTTP/1.0",
                Nginx.NAME,
                headers + "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n",
                body);
    }

    /** HTTP/1.0, so that the answer is everything until the end. */
    String send(String line, String host, String headers, byte[] body) throws IOException {
        StringBuilder sent = new StringBuilder();
        cookies.forEach(
                (name, value) -> sent.append(sent.isEmpty() ? "Cookie: " : "; ").append(name + "=" + value));
        try (RawConnection connection = nginx.connect(from)) {
            connection.send(
                    line + "\r\nHost: " + host + "\r\n" + headers + sent + (sent.isEmpty() ? "" : "\r\n") + "\r\n");
            String answer = connection.send(body).everything();
            Matcher cookie =
                    Pattern.compile("(?m)^Set-Cookie: ([^=]+)=([^;\r]*)").matcher(answer);
            while (cookie.find()) {
                cookies.put(cookie.group(1), cookie.group(2));
            }
            return answer;
        }
    }

    static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    static byte[] part(String name, String fileName, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\""
                        + (fileName.isEmpty() ? "" : "; filename=\"" + fileName + "\"")
                        + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }
}
