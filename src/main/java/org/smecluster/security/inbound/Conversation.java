package org.smecluster.security.inbound;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** One connection's requests, each with a time for its header. */
final class Conversation extends Http11Processor {

    /** Of the notes that Tomcat leaves to others. */
    private static final int NOTE = 17;

    private final long headerTime;
    private final Connections connections;
    private long headerSince;

    Conversation(SteadyProtocol protocol, Adapter adapter, Duration headerTime, Connections connections) {
        super(protocol, adapter);
        this.headerTime = headerTime.toNanos();
        this.connections = connections;
        request.setNote(NOTE, this);
    }

    static Conversation of(Request request) {
        return (Conversation) request.getNote(NOTE);
    }

    /** The header is there. */
    void arrived() {
        headerSince = 0;
    }

    /** Who is connected: the client, or a proxy. */
    String peer() {
        return getSocketWrapper().getRemoteAddr();
    }

    void stays() {
        connections.stays(((NioChannel) getSocketWrapper().getSocket()).getIOChannel());
    }

    /** Tomcat waits for the rest of a header as long as any byte comes in time; here the whole of it has its time. */
    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        SocketState state = super.service(connection);
        if (state != SocketState.LONG || isAsync()) {
            headerSince = 0;
        } else if (headerSince == 0) {
            headerSince = System.nanoTime();
        } else if (System.nanoTime() - headerSince > headerTime) {
            return SocketState.CLOSED;
        }
        return state;
    }

    @Override
    public SocketState process(SocketWrapperBase<?> connection, SocketEvent event) throws IOException {
        SocketState state = super.process(connection, event);
        if (state == SocketState.CLOSED) {
            over();
        }
        return state;
    }

    /** The connection is gone; another one will have this object. */
    void over() {
        headerSince = 0;
        ArrivingBody.discard(request);
    }
}
