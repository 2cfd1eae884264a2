package org.smecluster.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * To the government's messaging platform by a signed request, which a gateway of short messages can take as well. The same
 * message has the same id however often it comes, so that it may be tried until it is taken.
 */
@Component
class PlatformCarrier implements Carrier {

    /** {@code t=<seconds>,v1=<hex of HMAC-SHA256 over "t.body">}. */
    static final String SIGNATURE = "X-Jiqun-Signature";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MessageSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PlatformCarrier(MessageSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.PLATFORM;
    }

    @Override
    public boolean open() {
        return settings.hasPlatform();
    }

    @Override
    public MessageState abandoned() {
        return MessageState.WAITING;
    }

    @Override
    public Result carry(Message message, List<Told> notices) {
        try {
            String body = body(message, notices.get(0));
            long at = clock.instant().getEpochSecond();
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(URI.create(settings.platform()))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json; charset=utf-8")
                            .header("Idempotency-Key", message.id().toString())
                            .header(SIGNATURE, "t=" + at + ",v1=" + signature(at, body))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2
                    ? Result.sent()
                    : Result.again("消息平台答复" + answer.statusCode() + "，稍后自动再试");
        } catch (IOException unreachable) {
            return Result.again("消息平台没有答复，稍后自动再试");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Result.again("发送时系统停止，稍后自动再试");
        }
    }

    private String body(Message message, Told notice) throws JsonProcessingException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", message.id());
        body.put("topic", notice.topic());
        body.put("group", notice.group());
        body.put("caseNumber", notice.caseNumber());
        body.put("text", notice.text());
        body.put("toldAt", notice.toldAt().toString());
        return json.writeValueAsString(body);
    }

    private String signature(long at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
