package org.smecluster.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.smecluster.sample.engine.SampleUsers;

/**
 * Sends what the Camunda Modeler sends, of 4.7 to 5.50.1 (camunda/camunda-modeler,
 * client/src/plugins/camunda-plugin/shared/CamundaAPI.js and RestAPI.js). Until 4.6 it sent {@code deploy-changed-only}.
 */
public final class Modeler {

    /** It gives up after five seconds itself; a test's machine may be busy with others. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String BOUNDARY = "----WebKitFormBoundaryAaBbCcDdEeFfGgHh";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String authorization;

    public Modeler(String userId, int port) {
        this.base = "http://127.0.0.1:" + port + "/engine-rest";
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((userId + ":" + SampleUsers.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** What it asks when an address is typed: is this a server, and does the login fit? */
    public HttpResponse<String> checkConnection(boolean withCredentials) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/deployment?maxResults=0"))
                .header("Accept", "application/json");
        return send(withCredentials ? request.header("Authorization", authorization) : request);
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
        List<String> all =
                new ArrayList<>(List.of("deployment-name", deploymentName, "deployment-source", "Camunda Modeler"));
        all.addAll(List.of(fields));
        return send(request("/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(all, fileName, content))));
    }

    private static byte[] body(List<String> fields, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.size(); i += 2) {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fields.get(i) + "\"\r\n\r\n"
                            + fields.get(i + 1) + "\r\n");
        }
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fileName + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: text/xml\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("Authorization", authorization);
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
