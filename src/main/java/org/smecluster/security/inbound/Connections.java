package org.smecluster.security.inbound;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * The open connections, by client. Where nearly as many are open as the connector accepts, the client with the most of
 * them loses its oldest: that one has had the longest time to send its request. So whoever fills the connector pushes out
 * only himself, and never a newcomer: somebody behind an attacker's address gets through as well.
 */
final class Connections {

    private final int most;
    private final Map<String, LinkedHashSet<SocketChannel>> byClient = new HashMap<>();

    /** With their client: a closed connection no longer tells it. */
    private final Map<SocketChannel, String> all = new HashMap<>();

    /** @param accepted how many the connector accepts */
    Connections(int accepted) {
        this.most = accepted - Math.max(1, accepted / 16);
    }

    synchronized void opened(SocketChannel connection) {
        String client = client(connection);
        byClient.computeIfAbsent(client, first -> new LinkedHashSet<>()).add(connection);
        all.put(connection, client);
        if (all.size() > most) {
            byClient.values().stream()
                    .max(Comparator.comparingInt(LinkedHashSet::size))
                    .ifPresent(ofOne -> giveWay(ofOne.iterator().next()));
        }
    }

    synchronized void closed(SocketChannel connection) {
        String client = all.remove(connection);
        if (client != null) {
            LinkedHashSet<SocketChannel> ofClient = byClient.get(client);
            ofClient.remove(connection);
            if (ofClient.isEmpty()) {
                byClient.remove(client);
            }
        }
    }

    /** A signed-in person's upload may take its time, and gives way to nobody. */
    void stays(SocketChannel connection) {
        closed(connection);
    }

    private void giveWay(SocketChannel connection) {
        closed(connection);
        try {
            // not closed from here: Tomcat reads the end of it and cleans up on its own thread, and what is being
            // answered on this connection is still answered
            connection.shutdownInput();
        } catch (IOException alreadyGone) {
            // then there is nothing to do
        }
    }

    /** Of IPv6 the network: one client has 2^64 addresses. */
    private static String client(SocketChannel connection) {
        if (!(connection.socket().getRemoteSocketAddress() instanceof InetSocketAddress remote)) {
            return "";
        }
        InetAddress address = remote.getAddress();
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(address.getAddress(), 8), 16))
                    .getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
