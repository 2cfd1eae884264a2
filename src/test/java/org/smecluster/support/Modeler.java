package org.smecluster.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smecluster.sample.engine.SampleUsers;

/**
 * Sends what the Camunda Modeler sends, of 4.7 to 5.50.1 (camunda/camunda-modeler,
 * client/src/plugins/camunda-plugin/shared/CamundaAPI.js and RestAPI.js). Until 4.6 it sent {@code deploy-changed-only}.
 */
public final class Modeler {

    /** It gives up after five seconds itself; a test's machine may be busy with others. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PAGE = Pattern.compile("http://[^/\\s]+(/admin/drafts/[0-9]+)");
    private static final Pattern JUDGEMENT = Pattern.compile("name=\"judgement\" value=\"([0-9]+)\"");
    private static final Pattern FOLLOWING =
            Pattern.compile("name=\"following\" value=\"([0-9]+)\" checked=\"checked\"");

    private static final String BOUNDARY = "----WebKitFormBoundaryAaBbCcDdEeFfGgHh";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String[] credentials;

    private Modeler(String base, String... credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    public Modeler(String userId, int port) {
        this(
                "http://127.0.0.1:" + port + "/engine-rest",
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (userId + ":" + SampleUsers.PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    /** The same requests at the web apps' own API, with the session and the token of a browser. */
    public static Modeler inSession(String userId, int port) {
        Browser browser = Browser.signedIn(userId, port);
        browser.fetch("/camunda/api/admin/auth/user/default");
        String token = browser.cookies()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        return new Modeler(
                "http://127.0.0.1:" + port + "/camunda/api/engine/engine/default",
                "Cookie",
                browser.cookies()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")),
                "X-XSRF-TOKEN",
                token);
    }

    /** Not the Modeler's: what Cockpit sends. */
    public HttpResponse<String> delete(String deploymentId, String query) {
        return send(request("/deployment/" + deploymentId + query).DELETE());
    }

    /** What it asks when an address is typed: is this a server, and does the login fit? */
    public HttpResponse<String> checkConnection(boolean withCredentials) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/deployment?maxResults=0"))
                .header("Accept", "application/json");
        return send(withCredentials ? request.headers(credentials) : request);
    }

    public HttpResponse<String> version() {
        return send(request("/version"));
    }

    /** The button: the open file under its name, as the present Modeler names deployment and part. */
    public HttpResponse<String> deploy(String deploymentName, String fileName, byte[] content) {
        return deploy(deploymentName, fileName, content, "enable-duplicate-filtering", "true");
    }

    /** @param fields name, value, … beside those that are always sent */
    public HttpResponse<String> deploy(String deploymentName, String fileName, byte[] content, String... fields) {
        return deploy(deploymentName, Map.of(fileName, content), fields);
    }

    /** The open file with the additional ones that were chosen in its dialog. */
    public HttpResponse<String> deploy(String deploymentName, Map<String, byte[]> files, String... fields) {
        List<String> all =
                new ArrayList<>(List.of("deployment-name", deploymentName, "deployment-source", "Camunda Modeler"));
        all.addAll(List.of(fields));
        return send(request("/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(all, files))));
    }

    /**
     * What it shows after the button was pressed (DeploymentTool.js, CamundaAPI.js): a title, and in its log the answer's
     * {@code message} where there is one, else words of its own. It reads no status but these.
     */
    public record Shown(String title, String log) {

        /** The page that the log names. */
        public String page() {
            Matcher page = PAGE.matcher(log);
            if (!page.find()) {
                throw new IllegalStateException(log);
            }
            return page.group(1);
        }
    }

    public static Shown shown(HttpResponse<String> answer) {
        if (answer.statusCode() >= 200 && answer.statusCode() < 300) {
            return new Shown("Process definition deployed", "");
        }
        String message = "";
        try {
            message = JSON.readTree(answer.body()).path("message").asText("");
        } catch (JsonProcessingException noJson) {
            // it takes what is no JSON for an empty object
        }
        String details =
                switch (answer.statusCode()) {
                    case 401 -> "Credentials do not match with the server.";
                    case 403 ->
                        "This user is not permitted to deploy. Please use different credentials or get this user"
                                + " enabled to deploy.";
                    case 404 -> "Should point to a running Camunda REST API.";
                    case 500, 503 -> "Camunda is reporting an error. Please check the server status.";
                    default -> "Should point to a running Camunda REST API.";
                };
        return new Shown("Deployment failed", message.isEmpty() ? details : message);
    }

    /** Deploys, and lets the other policy owner approve it for today: then it is live. */
    public static void deployAndApprove(String fileName, byte[] content, int port) {
        HttpResponse<String> answer = new Modeler("policy", port).deploy(fileName, fileName, content);
        String page = shown(answer).page();
        approve(page, Browser.signedIn("policy-2", port), TestClock.today().toString());
    }

    /** As the page of the draft sends it, with what it offers. */
    public static HttpResponse<String> approve(String page, Browser owner, String effectiveOn) {
        String html = owner.get(page).body();
        Matcher judgement = JUDGEMENT.matcher(html);
        List<String> fields = new ArrayList<>(List.of(
                "judgement",
                judgement.find() ? judgement.group(1) : "0",
                "reason",
                "核对无误",
                "effectiveOn",
                effectiveOn));
        FOLLOWING.matcher(html).results().forEach(file -> fields.addAll(List.of("following", file.group(1))));
        return owner.post(page, page + "/approval", fields.toArray(String[]::new));
    }

    private static byte[] body(List<String> fields, Map<String, byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.size(); i += 2) {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fields.get(i) + "\"\r\n\r\n"
                            + fields.get(i + 1) + "\r\n");
        }
        files.forEach((fileName, content) -> {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fileName + "\"; filename=\""
                            + fileName + "\"\r\nContent-Type: text/xml\r\n\r\n");
            body.writeBytes(content);
            write(body, "\r\n");
        });
        write(body, "--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .headers(credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
