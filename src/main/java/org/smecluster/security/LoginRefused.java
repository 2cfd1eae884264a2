package org.smecluster.security;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.security.core.AuthenticationException;

/**
 * A password was not even looked at. The message is Chinese and says what to do; it is the same whether or not the
 * account exists.
 */
public class LoginRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** Why; the login page is told by the name. */
    public enum Reason {
        ADDRESS,
        ACCOUNT,
        BROWSER,
        BUSY
    }

    private final Reason reason;
    private final long retryAfterSeconds;

    private LoginRefused(Reason reason, long retryAfterSeconds, String sentence) {
        super(sentence);
        this.reason = reason;
        this.retryAfterSeconds = Math.max(1, retryAfterSeconds);
    }

    static LoginRefused busy() {
        return new LoginRefused(Reason.BUSY, 2, "此刻登录的人很多，系统来不及核对密码。请过几秒再试；本次没有核对，不计入输错的次数。");
    }

    static LoginRefused ofAddress(Duration wait) {
        long seconds = seconds(wait);
        return new LoginRefused(Reason.ADDRESS, seconds, "您所在的网络刚刚有多次登录失败，登录放慢了。请在" + seconds + "秒后再试；本次没有核对密码。");
    }

    static LoginRefused ofAccount(Instant until, Instant now) {
        return new LoginRefused(
                Reason.ACCOUNT,
                seconds(Duration.between(now, until)),
                "一小时内有太多人试过这个用户名的密码，新的浏览器暂时不能登录。请在" + whole(until) + "后再试；以前登录过的浏览器不受影响，可以用它登录；急需办理的，请联系系统管理员。");
    }

    static LoginRefused ofBrowser(Instant until, Instant now) {
        return new LoginRefused(
                Reason.BROWSER,
                seconds(Duration.between(now, until)),
                "这个浏览器在一小时内输错密码的次数太多。请在" + whole(until) + "后再试；忘记密码请联系系统管理员重置。");
    }

    public Reason reason() {
        return reason;
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** 429, or 503 where it is nobody's fault. */
    public int status() {
        return reason == Reason.BUSY ? 503 : 429;
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    /** The minute at which it has certainly passed. */
    private static String whole(Instant until) {
        return MINUTE.format(until.plusSeconds(59));
    }
}
