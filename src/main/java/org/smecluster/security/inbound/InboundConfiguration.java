package org.smecluster.security.inbound;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration
class InboundConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(InboundConfiguration.class);

    @Bean
    Inbound inbound(
            InboundLimits limits,
            @Value("${smecluster.public-url:}") String publicUrl,
            @Value("${smecluster.proxy.trusted:}") List<String> trusted,
            Environment environment) {
        Inbound inbound =
                new Inbound(limits, PublicAddress.of(publicUrl), new TrustedProxies(trusted), new SignedInSessions());
        if (inbound.publicAddress().isEmpty() && environment.acceptsProfiles(Profiles.of("production"))) {
            LOG.warn("未设置对外地址：只应答 localhost，其他名称一律拒绝。请设置 smecluster.public-url"
                    + "（环境变量 SMECLUSTER_PUBLIC_URL），例如 https://jiqun.example.gov.cn");
        }
        return inbound;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> inboundConnector(Inbound inbound) {
        return tomcat -> connect(tomcat, inbound);
    }

    static void connect(TomcatServletWebServerFactory tomcat, Inbound inbound) {
        tomcat.setProtocol(SteadyProtocol.class.getName());
        tomcat.addConnectorCustomizers(connector -> ((SteadyProtocol) connector.getProtocolHandler()).use(inbound));
        tomcat.addContextCustomizers(inbound.sessions()::of);
        if (!inbound.proxies().isEmpty()) {
            tomcat.addEngineValves(inbound.proxies().clientAddress());
        }
    }
}
