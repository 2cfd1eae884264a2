package org.smecluster.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Why a session is over. A cookie carries the reason to the login page: the session is gone, and where a script met the
 * end, the page comes only after it.
 */
public enum EndedSession {
    IDLE("您较长时间没有操作，系统已自动退出。已输入的表单内容存为草稿；请重新登录，登录后回到原来的页面。"),
    AGE("登录满12小时须重新登录。已输入的表单内容存为草稿；登录后回到原来的页面。"),
    ELSEWHERE("这次登录已经结束：您的密码已修改，或者已在别处选择退出所有登录。请重新登录；不是您本人所为的，请立即联系系统管理员。");

    public static final String COOKIE = "session-ended";

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final String sentence;

    EndedSession(String sentence) {
        this.sentence = sentence;
    }

    void tell(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, name(), KEPT);
    }

    /** The sentence, once; null where the cookie is none of ours. */
    public static String told(String value, HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
        return Arrays.stream(values())
                .filter(each -> each.name().equals(value))
                .map(each -> each.sentence)
                .findFirst()
                .orElse(null);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration lifetime) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path(request.getContextPath() + "/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(lifetime)
                        .build()
                        .toString());
    }
}
