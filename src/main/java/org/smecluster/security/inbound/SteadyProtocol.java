package org.smecluster.security.inbound;

import java.nio.channels.SocketChannel;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1 with what it has no setting for: a time for the header as a whole, bodies that are read without a
 * thread before the request begins ({@link BodyFirst}), and connections counted by client. Public because Tomcat makes
 * it by its name.
 */
public class SteadyProtocol extends Http11NioProtocol {

    /** Attribute of a request: the {@link java.time.Instant} at which its header was there. Its body may take long. */
    public static final String BEGUN_AT = SteadyProtocol.class.getName() + ".begunAt";

    private Inbound inbound;

    public SteadyProtocol() {
        super(new CountingEndpoint());
    }

    /** To be called before the connector starts. */
    void use(Inbound settings) {
        inbound = settings;
    }

    @Override
    public void setAdapter(Adapter adapter) {
        ((CountingEndpoint) getEndpoint()).connections = new Connections(getMaxConnections());
        super.setAdapter(new BodyFirst(adapter, inbound));
    }

    @Override
    protected Processor createProcessor() {
        return new Conversation(
                this, getAdapter(), inbound.limits().header(), ((CountingEndpoint) getEndpoint()).connections);
    }

    private static final class CountingEndpoint extends NioEndpoint {

        private Connections connections;

        @Override
        protected boolean setSocketOptions(SocketChannel connection) {
            connections.opened(connection);
            boolean accepted = super.setSocketOptions(connection);
            if (!accepted) {
                connections.closed(connection);
            }
            return accepted;
        }

        @Override
        public void setHandler(Handler<NioChannel> handler) {
            super.setHandler(new Handler<>() {
                @Override
                public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent status) {
                    return handler.process(socket, status);
                }

                @Override
                public Object getGlobal() {
                    return handler.getGlobal();
                }

                @Override
                public void release(SocketWrapperBase<NioChannel> socket) {
                    connections.closed(socket.getSocket().getIOChannel());
                    if (socket.getCurrentProcessor() instanceof Conversation conversation) {
                        conversation.over();
                    }
                    handler.release(socket);
                }

                @Override
                public void pause() {
                    handler.pause();
                }

                @Override
                public void recycle() {
                    handler.recycle();
                }
            });
        }
    }
}
