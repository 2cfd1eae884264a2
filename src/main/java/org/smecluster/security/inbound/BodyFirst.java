package org.smecluster.security.inbound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.smecluster.security.inbound.ArrivingBody.State;

/**
 * Stands before Tomcat's adapter and hands a request on once its body is there: the body is taken from the socket when
 * some of it has come, as in an asynchronous request, and no thread waits in between. Filters, parameters, multipart and
 * Jersey then read it as ever. Who may send how much is decided by the header, who is too slow by the rate.
 */
final class BodyFirst implements Adapter {

    private record Sender(long limit, Optional<String> session) {}

    private static final Pattern OBJECTION = Pattern.compile("/public/notices/[0-9]{1,18}/objections");

    private final Adapter application;
    private final Inbound inbound;
    private final InboundLimits limits;
    private final Uploads uploads;

    BodyFirst(Adapter application, Inbound inbound) {
        this.application = application;
        this.inbound = inbound;
        this.limits = inbound.limits();
        this.uploads = new Uploads(limits.uploadsPerSession(), limits.objectionsAtOnce(), limits.uploadsAtOnce());
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        Conversation conversation = Conversation.of(request);
        conversation.arrived();
        ArrivingBody.discard(request);
        inbound.proxies().stripForwarded(request, conversation.peer());
        if (inbound.publicAddress().isPresent()) {
            inbound.publicAddress().get().replaceIn(request);
        } else if (!PublicAddress.isThisMachine(request)) {
            answer(
                    response,
                    400,
                    "本系统不以这个名称对外服务。系统管理员请设置对外地址 smecluster.public-url（环境变量 SMECLUSTER_PUBLIC_URL），"
                            + "例如 https://jiqun.example.gov.cn。");
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            return;
        }
        if (response.getStatus() >= 400) {
            // Tomcat has refused it by its header, in which not even the length may be readable
            answer(response, response.getStatus(), "请求的格式不正确。");
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            return;
        }
        long length = request.getContentLengthLong();
        if (length <= 0 && request.getHeader("Transfer-Encoding") == null) {
            application.service(request, response);
        } else {
            request.setRequestThread();
            try {
                receive(request, response, length);
            } finally {
                request.clearRequestThread();
            }
            ArrivingBody body = ArrivingBody.of(request);
            if (body != null && body.state() == State.COMPLETE) {
                begin(request, response, body);
            }
        }
    }

    private void receive(Request request, Response response, long length) throws IOException {
        Sender sender = sender(request);
        request.setAttribute(SteadyProtocol.BEGUN_AT, Instant.now());
        ArrivingBody body = new ArrivingBody(request, limits, sender.limit());
        if (length > sender.limit()) {
            refuse(response, body, sender);
        } else if (length < 0 || length > limits.upload().toBytes() || isPiece(request)) {
            body.isUpload();
            if (sender.session().isPresent()) {
                String session = sender.session().get();
                if (uploads.begin(session)) {
                    body.atEnd(() -> uploads.end(session));
                    Conversation.of(request).stays();
                } else if (session.equals(Uploads.OBJECTIONS)) {
                    response.setHeader("Retry-After", "60");
                    answer(response, 429, "此刻同时上传附件的人太多，没有接收。请在1分钟后再试；也可以先不带附件提交，立即取得受理号，附件按公示页所列的电子邮箱或者地址补寄。");
                    body.is(State.REFUSED);
                } else {
                    answer(response, 429, "您已有几个文件正在上传，请等其中一个传完再试。");
                    body.is(State.REFUSED);
                }
            }
        }
        if (body.state() == State.ARRIVING) {
            request.action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
        }
        request.action(ActionCode.ASYNC_START, body);
        request.action(ActionCode.ASYNC_SETTIMEOUT, -1L);
        request.setReadListener(body);
        if (request.isFinished()) {
            body.onDataAvailable();
        }
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        ArrivingBody body = ArrivingBody.of(request);
        if (body == null || body.state() == State.BEGUN) {
            boolean success = application.asyncDispatch(request, response, event);
            if (body != null && !(success && body.isAsync())) {
                ArrivingBody.discard(request);
            }
            return success;
        }
        if (event != SocketEvent.OPEN_READ) {
            ArrivingBody.discard(request);
            return false;
        }
        if (body.state() == State.WAITING) {
            return begin(request, response, body);
        }
        request.setRequestThread();
        try {
            request.onDataAvailable();
        } catch (IOException broken) {
            body.is(State.BROKEN);
        } finally {
            request.clearRequestThread();
        }
        switch (body.state()) {
            case ARRIVING, REFUSED -> {
                return true;
            }
            case COMPLETE -> {
                return begin(request, response, body);
            }
            case TOO_SLOW -> answer(response, 408, "数据传送得太慢，连接已断开。请检查网络后重试。");
            case TOO_LONG -> answer(response, 413, "数据太大，未予接收。");
            default -> {
                // gone
            }
        }
        ArrivingBody.discard(request);
        return false;
    }

    /** @return false if the connection is to be closed */
    private boolean begin(Request request, Response response, ArrivingBody body) throws Exception {
        boolean resumed = body.state() == State.WAITING;
        if (!resumed) {
            body.sent();
        }
        if (!resumed && (body.upload() || body.received() > limits.upload().toBytes())) {
            body.is(State.WAITING);
            Runnable resume = () -> request.action(ActionCode.ASYNC_DISPATCH, null);
            if (!uploads.enter(resume)) {
                body.atEnd(() -> uploads.giveUp(resume));
                return true;
            }
            body.atEnd(uploads::leave);
        } else if (resumed) {
            body.atEnd(uploads::leave);
        }
        request.setRequestThread();
        if (!resumed) {
            request.action(ActionCode.ASYNC_DISPATCH, null);
        }
        request.action(ActionCode.ASYNC_DISPATCHED, null);
        body.is(State.BEGUN);
        body.replay();
        try {
            application.service(request, response);
        } finally {
            if (!body.isAsync()) {
                ArrivingBody.discard(request);
            }
        }
        return true;
    }

    /** Of a file that is sent in pieces: each is short, and there are many. */
    private static boolean isPiece(Request request) {
        String type = request.getContentType();
        return type != null && type.startsWith("application/octet-stream");
    }

    private static boolean isObjection(Request request) {
        return OBJECTION.matcher(request.requestURI().toString()).matches();
    }

    private Sender sender(Request request) {
        Optional<String> session = inbound.sessions().of(request);
        if (session.isPresent()) {
            return new Sender(limits.signedIn().toBytes(), session);
        }
        if (isObjection(request)) {
            return new Sender(limits.objection().toBytes(), Optional.of(Uploads.OBJECTIONS));
        }
        String authorization = request.getHeader("Authorization");
        boolean basic = authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith("basic ")
                && request.requestURI().toString().startsWith("/engine-rest/");
        return new Sender((basic ? limits.unchecked() : limits.anonymous()).toBytes(), session);
    }

    private void refuse(Response response, ArrivingBody body, Sender sender) throws IOException {
        if (sender.limit() == limits.anonymous().toBytes()) {
            answer(response, 401, "您尚未登录或登录已过期，数据未予接收。请重新登录后再试。");
        } else {
            answer(response, 413, "数据太大，未予接收。一次最多 " + (sender.limit() >> 20) + " MB。");
        }
        body.is(State.REFUSED);
    }

    private static void answer(Response response, int status, String sentence) throws IOException {
        byte[] text = sentence.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(text.length);
        response.setHeader("Connection", "close");
        response.doWrite(ByteBuffer.wrap(text));
        response.action(ActionCode.CLOSE, null);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return application.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        application.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        application.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return application.getDomain();
    }
}
