package org.smecluster.security.inbound;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * The open connections, by client. Where there are too many of one client, or of all, the oldest gives way that is not
 * an upload of a signed-in person: it has had the longest time to send its request. A newcomer is never refused, so that
 * somebody behind the same address as an attacker gets through as well.
 */
final class Connections {

    private final TrustedProxies proxies;
    private final int perAddress;
    private final int perProxy;
    private final int ofAll;
    private final Map<String, LinkedHashSet<SocketChannel>> byClient = new HashMap<>();
    /** With their client: a closed connection no longer tells it. */
    private final Map<SocketChannel, String> all = new LinkedHashMap<>();

    /** @param accepted how many the connector accepts */
    Connections(TrustedProxies proxies, int perAddress, int accepted) {
        this.proxies = proxies;
        this.perAddress = perAddress;
        this.perProxy = accepted / 4 * 3;
        this.ofAll = accepted - Math.max(1, accepted / 16);
    }

    synchronized void opened(SocketChannel connection) {
        InetAddress address = address(connection);
        String client = client(address);
        LinkedHashSet<SocketChannel> ofClient = byClient.computeIfAbsent(client, first -> new LinkedHashSet<>());
        ofClient.add(connection);
        all.put(connection, client);
        boolean proxy = address != null && proxies.contains(address.getHostAddress());
        if (ofClient.size() > (proxy ? perProxy : perAddress)) {
            giveWay(ofClient.iterator().next());
        }
        if (all.size() > ofAll) {
            giveWay(all.keySet().iterator().next());
        }
    }

    synchronized void closed(SocketChannel connection) {
        forget(connection);
    }

    /** A signed-in person's upload: it may take its time. */
    synchronized void stays(SocketChannel connection) {
        forget(connection);
    }

    private void giveWay(SocketChannel connection) {
        forget(connection);
        try {
            // not closed from here: Tomcat reads the end of it and cleans up on its own thread, and what is being
            // answered on this connection is still answered
            connection.shutdownInput();
        } catch (IOException alreadyGone) {
            // then there is nothing to do
        }
    }

    private void forget(SocketChannel connection) {
        String client = all.remove(connection);
        if (client != null) {
            LinkedHashSet<SocketChannel> ofClient = byClient.get(client);
            ofClient.remove(connection);
            if (ofClient.isEmpty()) {
                byClient.remove(client);
            }
        }
    }

    private static InetAddress address(SocketChannel connection) {
        return connection.socket().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }

    /** Of IPv6 the network: one client has 2^64 addresses. */
    private static String client(InetAddress address) {
        if (address instanceof Inet6Address) {
            byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), 8), 16);
            try {
                return InetAddress.getByAddress(network).getHostAddress();
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return address == null ? "" : address.getHostAddress();
    }
}
