package org.smecluster.security.inbound;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.unit.DataSize;

/** A Tomcat of four threads with the application's connector, before a servlet that tells what has reached it. */
final class SmallServer implements AutoCloseable {

    static final int THREADS = 4;

    /** What the application grants, but impatient. */
    static final InboundLimits IMPATIENT = new InboundLimits(
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            DataSize.ofKilobytes(10),
            DataSize.ofKilobytes(16),
            DataSize.ofMegabytes(17),
            2,
            DataSize.ofMegabytes(5),
            DataSize.ofMegabytes(12),
            DataSize.ofMegabytes(1),
            2,
            2);

    private final WebServer server;

    SmallServer(InboundLimits limits) {
        this(limits, "", List.of(), 500);
    }

    SmallServer(InboundLimits limits, String publicUrl, List<String> trusted) {
        this(limits, publicUrl, trusted, 500);
    }

    SmallServer(InboundLimits limits, String publicUrl, List<String> trusted, int connections) {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        InboundConfiguration.connect(
                tomcat,
                new Inbound(limits, PublicAddress.of(publicUrl), new TrustedProxies(trusted), new SignedInSessions()));
        tomcat.addConnectorCustomizers(connector -> {
            connector.setProperty("maxThreads", String.valueOf(THREADS));
            connector.setProperty("maxConnections", String.valueOf(connections));
        });
        // as Spring Boot does by default
        tomcat.addContextCustomizers(context -> context.setUseRelativeRedirects(false));
        server = tomcat.getWebServer(context -> {
            ServletRegistration.Dynamic servlet = context.addServlet("told", new Told());
            servlet.setMultipartConfig(new MultipartConfigElement(""));
            servlet.addMapping("/");
            context.addFilter("secure", new SecureCookies()).addMappingForUrlPatterns(null, false, "/*");
        });
        server.start();
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Told extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            Map<String, Object> told = new TreeMap<>();
            request.setCharacterEncoding("UTF-8");
            switch (request.getServletPath()) {
                case "/sign-in" ->
                    request.getSession()
                            .setAttribute(
                                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                                    new SecurityContextImpl(
                                            UsernamePasswordAuthenticationToken.authenticated("x", null, List.of())));
                case "/away" -> {
                    response.addCookie(new Cookie("added", "x"));
                    response.addHeader("Set-Cookie", "written=x;Path=/");
                    response.addHeader("Set-Cookie", "already=x; secure; Path=/");
                    response.sendRedirect("/there");
                    return;
                }
                default -> {
                    String type = Optional.ofNullable(request.getContentType()).orElse("");
                    if (type.startsWith("application/octet-stream")) {
                        told.put("body", sum(request.getInputStream().readAllBytes()));
                    } else if (type.startsWith("multipart/")) {
                        for (Part part : request.getParts()) {
                            told.put(part.getName(), sum(part.getInputStream().readAllBytes()));
                        }
                    } else {
                        request.getParameterMap().forEach((name, values) -> told.put(name, List.of(values)));
                    }
                }
            }
            told.put("method", request.getMethod());
            told.put("client", request.getRemoteAddr());
            told.put("url", request.getRequestURL());
            told.put("host", request.getHeader("Host"));
            told.put("proto", request.getHeader("X-Forwarded-Proto"));
            byte[] answer = told.toString().getBytes(StandardCharsets.UTF_8);
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }

    static String sum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return content.length + "/" + Long.toHexString(crc.getValue());
    }
}
