package org.smecluster.region.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ProcessTest
@DisplayName("行政区划：一次请求只读一遍，下一次请求看到修改")
class JdbcUnitsTest {

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient jdbc;

    private RequestAttributes ofTheTest;

    @BeforeEach
    void remember() {
        ofTheTest = RequestContextHolder.getRequestAttributes();
    }

    @AfterEach
    void putBack() {
        RequestContextHolder.setRequestAttributes(ofTheTest);
        rename("平罗县");
    }

    private void rename(String name) {
        jdbc.sql("update region_unit set name = :name where code = '640221'")
                .param("name", name)
                .update();
    }

    private static void request() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    private String name() {
        return units.find("640221").map(Unit::name).orElseThrow();
    }

    @Test
    @DisplayName("同一请求内不再读库，新的请求重读")
    void oncePerRequest() {
        request();
        assertThat(name()).isEqualTo("平罗县");
        rename("平罗市");
        assertThat(units.all()).isSameAs(units.all());
        assertThat(name()).isEqualTo("平罗县");
        request();
        assertThat(name()).isEqualTo("平罗市");
    }

    @Test
    @DisplayName("请求以外，每次读库")
    void outsideOfRequests() {
        RequestContextHolder.resetRequestAttributes();
        assertThat(name()).isEqualTo("平罗县");
        rename("平罗市");
        assertThat(name()).isEqualTo("平罗市");
    }
}
