package org.smecluster.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where what this thread works on came from. */
final class Origin {

    /** Bytes of an IPv6 address that one customer has: the rest is theirs to choose. */
    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /** Empty for a job of the engine, or at the start. */
    static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    /** As the connection has it; empty without a request. */
    static String address() {
        return request().map(HttpServletRequest::getRemoteAddr).orElse("");
    }

    /** What is slowed together: an IPv4 address, or the network of an IPv6 one. */
    static String network() {
        return network(address());
    }

    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (!(parsed instanceof Inet6Address)) {
                return parsed.getHostAddress();
            }
            StringBuilder network = new StringBuilder();
            for (int i = 0; i < NETWORK_BYTES; i++) {
                network.append("%02x".formatted(parsed.getAddress()[i]));
            }
            return network.toString();
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }
}
