package org.smecluster.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.smecluster.sample.engine.SampleUsers;

/** Calls the engine's REST API over HTTP as one of the sample users. */
public final class RestCall {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final String authorization;

    private RestCall(int port, String authorization) {
        this.base = "http://127.0.0.1:" + port + "/engine-rest";
        this.authorization = authorization;
    }

    public static RestCall as(String userId, int port) {
        return as(userId, SampleUsers.PASSWORD, port);
    }

    public static RestCall as(String userId, String password, int port) {
        byte[] credentials = (userId + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new RestCall(port, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public static RestCall anonymous(int port) {
        return new RestCall(port, null);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(json(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(json(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** As Tasklist asks for a list: each element with what belongs to it embedded. */
    public HttpResponse<String> getEmbedded(String path) {
        return send(request(path).header("Accept", "application/hal+json").GET());
    }

    /** Deploys one file as the Modeler does. */
    public HttpResponse<String> deploy(String name, String fileName, String content) {
        String boundary = "one-file";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + name
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return send(request("/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return authorization == null ? request : request.header("Authorization", authorization);
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
