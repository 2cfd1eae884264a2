package org.smecluster.security.inbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.Request;
import org.apache.tomcat.util.http.MimeHeaders;

/** The proxies whose word on the client's address counts; from everybody else such a header is taken away. */
final class TrustedProxies {

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]+");

    private final Set<String> addresses;

    /** @throws IllegalArgumentException for anything but numeric addresses */
    TrustedProxies(Collection<String> addresses) {
        this.addresses = addresses.stream()
                .map(String::strip)
                .map(TrustedProxies::asTomcatWritesIt)
                .collect(Collectors.toSet());
    }

    private static String asTomcatWritesIt(String address) {
        if (!NUMERIC.matcher(address).matches()) {
            throw new IllegalArgumentException("smecluster.proxy.trusted 应为代理服务器的 IP 地址（多个以逗号分隔），现为 " + address);
        }
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("smecluster.proxy.trusted 中不是 IP 地址：" + address, unknown);
        }
    }

    boolean contains(String address) {
        return addresses.contains(address);
    }

    boolean isEmpty() {
        return addresses.isEmpty();
    }

    void stripForwarded(Request request, String peer) {
        if (contains(peer)) {
            return;
        }
        MimeHeaders headers = request.getMimeHeaders();
        for (int i = headers.size() - 1; i >= 0; i--) {
            String name = headers.getName(i).toString();
            if (name.equalsIgnoreCase("Forwarded") || name.regionMatches(true, 0, "X-Forwarded-", 0, 12)) {
                headers.removeHeader(i);
            }
        }
    }

    /** Takes the client's address from the proxies' header: the last one that is none of theirs. */
    RemoteIpValve clientAddress() {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(addresses.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        // scheme, name and port are those of the public address
        valve.setProtocolHeader(null);
        return valve;
    }
}
