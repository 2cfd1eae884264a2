package org.smecluster.security.inbound;

import jakarta.servlet.ReadListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.AsyncContextCallback;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of one request: while it arrives, taken from the socket whenever there is some of it; afterwards, what the
 * request reads instead of the socket. A short one is kept in memory, a longer one in a file that has no name any more.
 */
final class ArrivingBody implements ReadListener, AsyncContextCallback, ApplicationBufferHandler, InputBuffer {

    enum State {
        ARRIVING,
        COMPLETE,
        TOO_SLOW,
        TOO_LONG,
        BROKEN,
        /** Refused and answered; what still comes is thrown away, so that the sender gets to read the answer. */
        REFUSED,
        WAITING,
        BEGUN
    }

    private static final int NOTE = 18;
    private static final int IN_MEMORY = 16 * 1024;

    /** How long a refused sender is listened to. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Request request;
    private final InputBuffer socket;
    private final InboundLimits limits;
    private final long limit;
    private final long since = System.nanoTime();
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private FileChannel file;
    private long received;
    private ByteBuffer piece;
    private ByteBuffer replayed;
    private Runnable atEnd = () -> {};
    private State state = State.ARRIVING;
    private boolean upload;

    ArrivingBody(Request request, InboundLimits limits, long limit) {
        this.request = request;
        this.socket = request.getInputBuffer();
        this.limits = limits;
        this.limit = limit;
        request.setNote(NOTE, this);
    }

    /** @return null where the request has none, or has ended */
    static ArrivingBody of(Request request) {
        return (ArrivingBody) request.getNote(NOTE);
    }

    /** The request is over, or its connection. */
    static void discard(Request request) {
        ArrivingBody body = of(request);
        if (body != null) {
            request.setNote(NOTE, null);
            request.setInputBuffer(body.socket);
            try {
                if (body.file != null) {
                    body.file.close();
                }
            } catch (IOException unimportant) {
                // the file is gone with the process at the latest
            } finally {
                body.atEnd.run();
            }
        }
    }

    State state() {
        return state;
    }

    void is(State now) {
        state = now;
    }

    /** It is worked on as one, however short it turns out to be. */
    void isUpload() {
        upload = true;
    }

    boolean upload() {
        return upload;
    }

    long received() {
        return received;
    }

    /** Called once, at the request's end or its connection's; what was to be called before no longer is. */
    void atEnd(Runnable what) {
        atEnd = what;
    }

    /** All of it is there. */
    void sent() {
        atEnd.run();
        atEnd = () -> {};
    }

    /** From now on the request reads what has arrived. */
    void replay() throws IOException {
        if (file == null) {
            replayed = ByteBuffer.wrap(memory.toByteArray());
        } else {
            file.position(0);
            replayed = ByteBuffer.allocate(IN_MEMORY).limit(0);
        }
        request.setInputBuffer(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (state == State.ARRIVING || state == State.REFUSED) {
            if (request.isFinished()) {
                ended();
                return;
            }
            if (!request.isReady()) {
                break;
            }
            int count = request.doRead(this);
            if (count < 0) {
                ended();
                return;
            }
            received += count;
            if (received > limit && state == State.ARRIVING) {
                state = State.TOO_LONG;
                return;
            }
            // none where half a chunk's header has come
            if (count > 0 && state == State.ARRIVING) {
                keep(piece);
            }
        }
        Duration sending = Duration.ofNanos(System.nanoTime() - since);
        if (state == State.REFUSED) {
            state = sending.compareTo(FAREWELL) > 0 ? State.BROKEN : state;
        } else if (limits.tooSlow(received, sending)) {
            state = State.TOO_SLOW;
        }
    }

    private void ended() {
        state = state == State.ARRIVING ? State.COMPLETE : State.BROKEN;
    }

    private void keep(ByteBuffer data) throws IOException {
        if (file == null && memory.size() + data.remaining() <= IN_MEMORY) {
            memory.write(data.array(), data.arrayOffset() + data.position(), data.remaining());
            return;
        }
        if (file == null) {
            Path path = Files.createTempFile("request", ".body");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file.write(ByteBuffer.wrap(memory.toByteArray()));
            memory.reset();
        }
        while (data.hasRemaining()) {
            file.write(data);
        }
    }

    @Override
    public void onAllDataRead() {
        // told by the state
    }

    @Override
    public void onError(Throwable why) {
        state = State.BROKEN;
    }

    // what arrives

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        piece = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return piece;
    }

    @Override
    public void expand(int size) {
        // never asked of one who takes pieces as they come
    }

    // what is read

    @Override
    public int doRead(ApplicationBufferHandler reader) throws IOException {
        if (!replayed.hasRemaining()) {
            if (file == null || file.read(replayed.clear()) <= 0) {
                replayed.limit(0);
                return -1;
            }
            replayed.flip();
        }
        int count = replayed.remaining();
        reader.setByteBuffer(replayed.duplicate());
        replayed.position(replayed.limit());
        return count;
    }

    @Override
    public int available() {
        return replayed.remaining();
    }

    // of Tomcat's asynchronous requests, which this is while it arrives

    @Override
    public void fireOnComplete() {
        // nobody listens
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public void incrementInProgressAsyncCount() {
        // no context yet
    }

    @Override
    public void decrementInProgressAsyncCount() {
        // no context yet
    }

    boolean isAsync() {
        AtomicBoolean async = new AtomicBoolean();
        request.action(ActionCode.ASYNC_IS_ASYNC, async);
        return async.get();
    }
}
