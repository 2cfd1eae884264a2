package org.smecluster.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.RequestMatcherDelegatingAccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a script or the Modeler is told whom the engine's APIs do not let in: as the engine words it, in one sentence. */
final class RefusedInChinese {

    static final AccessDeniedHandler WITH_BASIC = (request, response, why) -> BasicAnswers.sentence(
            response, HttpServletResponse.SC_FORBIDDEN, "您无权进行此操作：用户名和密码的接口只供政策管理员部署模型、系统管理员维护使用。办理业务请登录网页，在“待办”中办理。");

    private static final AccessDeniedHandler AT_THE_API = (request, response, why) ->
            BasicAnswers.sentence(response, HttpServletResponse.SC_FORBIDDEN, "您无权进行此操作。请通过页面上的按钮办理；确需办理的，请联系系统管理员。");

    private RefusedInChinese() {}

    /** A sentence for the web apps' scripts at their API; a page of ours for all others. */
    static AccessDeniedHandler inSession(RequestMatcher api) {
        return new RequestMatcherDelegatingAccessDeniedHandler(
                new LinkedHashMap<>(Map.of(api, AT_THE_API)), new AccessDeniedHandlerImpl());
    }
}
