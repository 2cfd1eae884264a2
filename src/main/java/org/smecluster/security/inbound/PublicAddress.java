package org.smecluster.security.inbound;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.coyote.Request;

/**
 * The address under which people reach the application. Where it is set, every request counts as sent to it, whatever
 * its {@code Host} says; where it is not, only the names of this machine itself are answered. So no redirect and no link
 * repeats what a sender made up.
 */
record PublicAddress(String scheme, String host, int port) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @param url such as {@code https://jiqun.example.gov.cn}; blank for none
     * @throws IllegalArgumentException if it is no such address
     */
    static Optional<PublicAddress> of(String url) {
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        URI uri = URI.create(url.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean bare = uri.getRawPath() == null || Set.of("", "/").contains(uri.getRawPath());
        if (!Set.of("http", "https").contains(scheme)
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || !bare
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "smecluster.public-url 应为对外访问地址，例如 https://jiqun.example.gov.cn，不带路径；现为 " + url);
        }
        int port = uri.getPort() > 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return Optional.of(new PublicAddress(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
    }

    void replaceIn(Request request) {
        request.scheme().setString(scheme);
        request.serverName().setString(host);
        request.setServerPort(port);
        request.getMimeHeaders().setValue("Host").setString(authority());
    }

    static boolean isThisMachine(Request request) {
        String name = request.serverName().toString();
        return name == null || THIS_MACHINE.contains(name.toLowerCase(Locale.ROOT));
    }

    private String authority() {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return usual ? host : host + ":" + port;
    }
}
