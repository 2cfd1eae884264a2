package org.smecluster.security.inbound;

import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Service;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** A second door to the running application, as behind a proxy in production; the first one is without settings. */
final class ProxiedConnector implements AutoCloseable {

    private final Service service;
    private final Connector connector;
    private final Valve clientAddress;

    ProxiedConnector(ServletWebServerApplicationContext application, InboundLimits limits, String publicUrl) {
        TrustedProxies proxies = new TrustedProxies(List.of("127.0.0.1"));
        service = ((TomcatWebServer) application.getWebServer()).getTomcat().getService();
        clientAddress = proxies.clientAddress();
        service.getContainer().getPipeline().addValve(clientAddress);
        connector = new Connector(SteadyProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", "40");
        connector.setProperty("maxConnections", "8192");
        ((SteadyProtocol) connector.getProtocolHandler())
                .use(new Inbound(
                        limits,
                        PublicAddress.of(publicUrl),
                        proxies,
                        application.getBean(Inbound.class).sessions()));
        service.addConnector(connector);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        service.removeConnector(connector);
        connector.destroy();
        service.getContainer().getPipeline().removeValve(clientAddress);
    }
}
