package org.smecluster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.security.AccountStates.AccountState;
import org.smecluster.security.inbound.SteadyProtocol;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

class SessionsTest {

    private static final Account PERSON = new Account("pingluo", "马建国", List.of("county-640221"));
    private static final String POLL = "/camunda/api/engine/engine/default/filter/4711/list";

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final MovableClock clock = new MovableClock();
    private final AccountStates states = mock(AccountStates.class);
    private final Sessions sessions = new Sessions(states, clock, Duration.ofMinutes(30), Duration.ofHours(12));
    private final Accounts accounts = mock(Accounts.class);
    private final FreshAccountFilter filter = new FreshAccountFilter(accounts, userId -> false, states, sessions);
    private MockHttpSession session;
    private Cookie told;

    @BeforeEach
    void signedIn() {
        when(states.of("pingluo")).thenReturn(new AccountState(false, 7));
        when(accounts.find(any())).thenReturn(Optional.of(PERSON));
        MockHttpServletRequest login = new MockHttpServletRequest("POST", "/login");
        sessions.begin(login, "pingluo");
        session = (MockHttpSession) login.getSession();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    /** Whether the person is still signed in. */
    private boolean asks(String method, String path, String accept, String mode) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setSession(session);
        request.addHeader("Accept", accept);
        if (mode != null) {
            request.addHeader("Sec-Fetch-Mode", mode);
        }
        SecurityContextHolder.getContext().setAuthentication(AccountAuthenticationProvider.token(PERSON, null));
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        told = response.getCookie("session-ended");
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private boolean opensAPage() throws Exception {
        return asks("GET", "/cases", "text/html", "navigate");
    }

    private boolean polls() throws Exception {
        return asks("POST", POLL, "application/hal+json", "cors");
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    @Test
    @DisplayName("半小时没有操作就结束，页面自己反复取待办不算操作；说明原因")
    void pollingIsNoActivity() throws Exception {
        for (int i = 0; i < 179; i++) {
            pass(Duration.ofSeconds(10));
            assertThat(polls()).isTrue();
        }
        pass(Duration.ofSeconds(10));
        assertThat(polls()).isFalse();
        assertThat(told.getValue()).isEqualTo("IDLE");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    @DisplayName("打开页面、提交表单、保存草稿、键盘鼠标的动静都算操作")
    void whatAPersonDoes() throws Exception {
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofMinutes(29));
            assertThat(opensAPage()).isTrue();
            pass(Duration.ofMinutes(29));
            assertThat(asks("PUT", "/drafts/tasks/4711", "*/*", "cors")).isTrue();
            pass(Duration.ofMinutes(29));
            assertThat(asks("POST", "/session/activity", "*/*", "cors")).isTrue();
        }
        pass(Duration.ofMinutes(30));
        assertThat(opensAPage()).isFalse();
    }

    @Test
    @DisplayName("大文件传得慢：开始传的时候没有超时，传完时就不算超时")
    void whoBeganToSendInTimeIsNotLate() throws Exception {
        pass(Duration.ofMinutes(29));
        Instant begun = clock.now;
        pass(Duration.ofMinutes(45));
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/cases/1/workbook");
        request.setSession(session);
        request.setAttribute(SteadyProtocol.BEGUN_AT, begun);
        assertThat(sessions.over(request, 7)).isEmpty();
        assertThat(opensAPage()).isTrue();
        request.setAttribute(SteadyProtocol.BEGUN_AT, clock.now.plus(Duration.ofMinutes(30)));
        assertThat(sessions.over(request, 7)).isPresent();
    }

    @Test
    @DisplayName("一直有操作，满十二小时也要重新登录；说明原因")
    void absolutely() throws Exception {
        for (int i = 0; i < 47; i++) {
            pass(Duration.ofMinutes(15));
            assertThat(opensAPage()).isTrue();
        }
        pass(Duration.ofMinutes(15));
        assertThat(opensAPage()).isFalse();
        assertThat(told.getValue()).isEqualTo("AGE");
    }

    @Test
    @DisplayName("密码改了、在别处退出所有登录，这里的登录下一次请求就结束；说明原因")
    void anotherNumber() throws Exception {
        assertThat(opensAPage()).isTrue();
        when(states.of("pingluo")).thenReturn(new AccountState(false, 8));
        assertThat(polls()).isFalse();
        assertThat(told.getValue()).isEqualTo("ELSEWHERE");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /, text/html, navigate, true",
        "GET,  /camunda/app/tasklist/default/, text/html, navigate, true",
        "GET,  /, text/html, , true",
        "POST, /batches/1/objections, text/html, navigate, true",
        "DELETE, /drafts/tasks/1, */*, cors, true",
        "POST, /session/activity, */*, cors, true",
        "GET,  /session, application/json, cors, false",
        "GET,  /session, application/json, , false",
        "GET,  /cases/1/upload-progress, application/json, cors, false",
        "GET,  /admin/cockpit/failures, application/json, cors, false",
        "POST, /camunda/api/engine/engine/default/task, application/json, cors, false",
        "POST, /camunda/api/engine/engine/default/task/count, application/json, cors, false",
        "POST, /camunda/api/engine/engine/default/filter/1/list, application/hal+json, cors, false",
        "GET,  /camunda/api/engine/engine/default/filter/1/count, text/html, , false",
        "GET,  /camunda/api/cockpit/plugin/base/default/process-definition/statistics, application/json, cors, false"
    })
    @DisplayName("哪些请求算人的操作")
    void byAPerson(String method, String path, String accept, String mode, boolean person) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Accept", accept);
        if (mode != null) {
            request.addHeader("Sec-Fetch-Mode", mode);
        }
        assertThat(Sessions.byAPerson(request)).isEqualTo(person);
    }
}
