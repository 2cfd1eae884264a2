package org.smecluster.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smecluster.sample.engine.SampleUsers;

/** A person at a page with its script: signs in, confirms, sends a file in pieces, takes up again what broke off. */
final class EvidenceClerk {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] BEGINNING = EvidenceSamples.ascii("%PDF-1.4\n%");
    private static final byte[] END = EvidenceSamples.ascii("\n%%EOF\n");

    private static final int BLOCK = 64 * 1024;

    private final HttpClient client;
    private final String base;
    private final String caseNumber;
    private String token;
    int interruptions;

    EvidenceClerk(int port, String userId, String caseNumber, Executor threads) throws Exception {
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .executor(threads)
                .build();
        this.base = "http://127.0.0.1:" + port;
        this.caseNumber = caseNumber;
        token = token(get("/login"));
        form("/login", "username=" + userId + "&password=" + encoded(SampleUsers.PASSWORD));
        token = token(get("/"));
    }

    String get(String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private HttpResponse<String> form(String path, String fields) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-CSRF-TOKEN", token)
                        .header("Accept", "text/html, application/json")
                        .POST(BodyPublishers.ofString(fields + "&_csrf=" + encoded(token)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    void confirm() throws Exception {
        form("/cases/" + caseNumber + "/evidence/confirmation", "sure=true");
    }

    /** A part of a file of random bytes, the same whenever it is asked for; made as it is read. */
    private static InputStream part(long seed, long from, long to, int size) {
        return new InputStream() {

            private long at = from;
            private byte[] block = {};
            private int given;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (at == to) {
                    return -1;
                }
                if (given == block.length) {
                    block = block(seed, at, size);
                    given = 0;
                }
                int count = Math.min(length, block.length - given);
                System.arraycopy(block, given, into, offset, count);
                given += count;
                at += count;
                return count;
            }
        };
    }

    private static byte[] block(long seed, long from, int size) {
        byte[] block = new byte[(int) Math.min(BLOCK, size - from)];
        new Random(seed * 100_000 + from / BLOCK).nextBytes(block);
        if (from == 0) {
            System.arraycopy(BEGINNING, 0, block, 0, BEGINNING.length);
        }
        if (from + block.length == size) {
            System.arraycopy(END, 0, block, block.length - END.length, END.length);
        }
        return block;
    }

    static String digest(long seed, int size) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long from = 0; from < size; from += BLOCK) {
            digest.update(block(seed, from, size));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @return id of the file */
    long send(long seed, int size) throws Exception {
        String uploads = "/cases/" + caseNumber + "/evidence-uploads";
        JsonNode upload = JSON.readTree(form(uploads, "material=otherEvidence&name=" + seed + ".pdf&size=" + size)
                .body());
        String path = base + uploads + "/" + upload.get("id").asLong();
        while (!upload.get("done").asBoolean()) {
            if (!upload.get("problem").isNull()) {
                throw new IOException(upload.get("problem").asText());
            }
            long from = upload.get("received").asLong();
            long to = Math.min(size, from + EvidenceIntake.PIECE);
            HttpResponse<String> answer = null;
            try {
                answer = client.send(
                        HttpRequest.newBuilder(URI.create(path + "?offset=" + from))
                                .header("Content-Type", "application/octet-stream")
                                .header("Accept", "application/json")
                                .header("X-CSRF-TOKEN", token)
                                .PUT(BodyPublishers.fromPublisher(
                                        BodyPublishers.ofInputStream(() -> part(seed, from, to, size)), to - from))
                                .build(),
                        BodyHandlers.ofString());
            } catch (IOException broken) {
                interruptions++;
            }
            if (answer == null || answer.statusCode() != 200) {
                interruptions += answer == null ? 0 : 1;
                Thread.sleep(200);
                answer = client.send(
                        HttpRequest.newBuilder(URI.create(path))
                                .header("Accept", "application/json")
                                .build(),
                        BodyHandlers.ofString());
            }
            upload = JSON.readTree(answer.body());
        }
        return upload.get("file").asLong();
    }

    String downloaded(long file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + "/cases/" + caseNumber + "/evidence/" + file))
                        .build(),
                BodyHandlers.ofInputStream());
        byte[] block = new byte[64 * 1024];
        try (InputStream content = answer.body()) {
            for (int read; (read = content.read(block)) > 0; ) {
                digest.update(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
