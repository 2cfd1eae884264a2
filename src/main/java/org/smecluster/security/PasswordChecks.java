package org.smecluster.security;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.smecluster.security.LoginCounts.Count;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one place that every check of a password passes, whoever asks for it: the login page, HTTP Basic, both of the
 * engine's APIs, our own page.
 *
 * <p>Strangers may neither guess nor shut out. All browsers that an account does not know share its guesses of an hour; a
 * browser it knows has its own. An address with many failures is made to wait before each check, a little longer each
 * time, and each session waits for itself: nobody takes another's turn, and no thread waits. What is typed as a user id
 * is counted alike whether or not it exists.
 */
@Component
public class PasswordChecks {

    private static final int FREE_FAILURES = 10;
    private static final int DOUBLES_EVERY = 5;
    private static final int LONGEST_DELAY_SECONDS = 30;

    /** How long whoever has waited may take to come again. */
    private static final Duration TURN = Duration.ofMinutes(10);

    private static final int WAITING_WITHOUT_SESSION = 10_000;

    private final LoginCounts counts;
    private final KnownBrowsers known;
    private final AuditTrail audit;
    private final Clock clock;
    private final int guesses;
    private final int guessesOfKnown;
    private final Lane strangers;
    private final Lane friends;
    private final Map<String, Instant> turns = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > WAITING_WITHOUT_SESSION;
        }
    };

    PasswordChecks(
            LoginCounts counts,
            KnownBrowsers known,
            AuditTrail audit,
            Clock clock,
            @Value("${smecluster.login.guesses-per-hour:100}") int guesses,
            @Value("${smecluster.login.guesses-per-hour-of-known-browser:60}") int guessesOfKnown,
            @Value("${smecluster.login.hashes-at-a-time:2}") int hashesAtATime) {
        this.counts = counts;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
        this.guesses = guesses;
        this.guessesOfKnown = guessesOfKnown;
        // with two at a time 24 threads at most, of the server's 40
        this.strangers = new Lane(hashesAtATime, 7 * hashesAtATime, 6 * hashesAtATime);
        this.friends = new Lane(hashesAtATime, 3 * hashesAtATime, 4 * hashesAtATime);
    }

    /**
     * Has the password checked, unless there were too many guesses.
     *
     * @param check costs the same for every account, and for one that does not exist
     * @throws LoginRefused where it was not looked at
     */
    public boolean check(String userId, boolean exists, BooleanSupplier check) {
        Optional<String> browser = Origin.request().flatMap(request -> known.idOf(request, userId));
        return browser.isPresent()
                ? ofKnownBrowser(LoginCounts.key("browser", browser.get()), userId, check)
                : ofStranger(userId, exists, check);
    }

    /** For whoever sets a password: it is hashed too. */
    public <T> T hashing(Supplier<T> work) {
        return friends.in(Origin.network(), work);
    }

    private boolean ofKnownBrowser(String key, String userId, BooleanSupplier check) {
        return friends.in(key, () -> {
            Count count = counts.add(key);
            if (count.guesses() > guessesOfKnown) {
                recordOnce(count.guesses() == guessesOfKnown + 1, userId, "已登录过的浏览器输错次数太多");
                throw LoginRefused.ofBrowser(count.until(), clock.instant());
            }
            return outcome(check.getAsBoolean(), key, userId);
        });
    }

    private boolean ofStranger(String userId, boolean exists, BooleanSupplier check) {
        String network = Origin.network();
        String address = LoginCounts.key("address", network);
        String account = LoginCounts.key("account", userId);
        awaitTurn(address, account);
        return strangers.in(network, () -> {
            Count count = counts.add(account);
            if (count.guesses() > guesses) {
                recordOnce(count.guesses() == guesses + 1, exists ? userId : null, "一小时内被试了" + guesses + "次，新的浏览器暂停核对");
                throw LoginRefused.ofAccount(count.until(), clock.instant());
            }
            boolean right = outcome(check.getAsBoolean(), account, exists ? userId : null);
            if (!right) {
                counts.add(address);
            }
            return right;
        });
    }

    private boolean outcome(boolean right, String key, String userId) {
        if (right) {
            counts.takeBack(key);
        } else {
            audit.record(AuditKind.LOGIN_FAILED, userId, userId == null ? "没有这个用户" : "密码不正确");
        }
        return right;
    }

    private void recordOnce(boolean first, String userId, String details) {
        if (first) {
            audit.record(AuditKind.LOGIN_REFUSED, userId, details);
        }
    }

    private void awaitTurn(String address, String account) {
        Duration delay = delay(counts.now(address).map(Count::guesses).orElse(0));
        if (delay.isZero()) {
            return;
        }
        Instant now = clock.instant();
        Optional<HttpSession> session = Origin.request().map(request -> request.getSession(false));
        Optional<Instant> turn = session.isPresent()
                ? session.map(held -> (Instant) held.getAttribute(turnOf(address)))
                : withoutSession(address + account);
        if (turn.isPresent()
                && !now.isBefore(turn.get())
                && now.isBefore(turn.get().plus(TURN))) {
            session.ifPresentOrElse(
                    held -> held.removeAttribute(turnOf(address)), () -> remember(address + account, null));
            return;
        }
        Instant at = turn.filter(now::isBefore).orElse(now.plus(delay));
        session.ifPresentOrElse(held -> held.setAttribute(turnOf(address), at), () -> remember(address + account, at));
        throw LoginRefused.ofAddress(Duration.between(now, at));
    }

    private static String turnOf(String address) {
        return PasswordChecks.class.getName() + "." + address;
    }

    private Optional<Instant> withoutSession(String key) {
        synchronized (turns) {
            return Optional.ofNullable(turns.get(key));
        }
    }

    private void remember(String key, Instant turn) {
        synchronized (turns) {
            turns.remove(key);
            if (turn != null) {
                turns.put(key, turn);
            }
        }
    }

    /** None for the first few failures of an hour, then 1, 2, 4 … seconds. */
    static Duration delay(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min((failures - FREE_FAILURES) / DOUBLES_EVERY, 10);
        return Duration.ofSeconds(Math.min(LONGEST_DELAY_SECONDS, 1L << doublings));
    }
}
