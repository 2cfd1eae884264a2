package org.smecluster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class AddressThrottleTest {

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
    private final AddressThrottle throttle = new AddressThrottle(clock, 3, Duration.ofMinutes(10));

    @Test
    @DisplayName("同一地址十分钟内失败满三次即暂停，别的地址不受影响，十分钟后恢复")
    void refusesForAWhile() {
        throttle.failed("10.0.0.1");
        throttle.failed("10.0.0.1");
        assertThat(throttle.refuses("10.0.0.1")).isFalse();
        throttle.failed("10.0.0.1");
        assertThat(throttle.refuses("10.0.0.1")).isTrue();
        assertThat(throttle.refuses("10.0.0.2")).isFalse();

        clock.now = clock.now.plus(Duration.ofMinutes(10)).minusSeconds(1);
        assertThat(throttle.refuses("10.0.0.1")).isTrue();
        clock.now = clock.now.plusSeconds(1);
        assertThat(throttle.refuses("10.0.0.1")).isFalse();
    }

    @Test
    @DisplayName("暂停期间连正确的密码也不看，账号不会因此被锁")
    void asksTheEngineNoMore() {
        int[] asked = {0};
        Accounts accounts = new Accounts() {
            @Override
            public Optional<Account> find(String userId) {
                return Optional.empty();
            }

            @Override
            public List<Account> inGroup(String group) {
                return List.of();
            }

            @Override
            public SignIn signIn(String userId, String password) {
                asked[0]++;
                return SignIn.WRONG;
            }
        };
        AccountAuthenticationProvider provider = new AccountAuthenticationProvider(accounts, userId -> false, throttle);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("10.0.0.1");
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated("pingluo", "guess");
        attempt.setDetails(new WebAuthenticationDetails(request));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> provider.authenticate(attempt)).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> provider.authenticate(attempt)).isInstanceOf(AddressRefusedException.class);
        assertThat(asked[0]).isEqualTo(3);
    }
}
