package org.smecluster.security;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What a script or the Modeler is told whom the engine's APIs do not let in: as the engine words it, in one sentence. */
final class RefusedInChinese {

    static final AccessDeniedHandler WITH_BASIC = (request, response, why) -> BasicAnswers.sentence(
            response, HttpServletResponse.SC_FORBIDDEN, "您无权进行此操作：用户名和密码的接口只供政策管理员部署模型、系统管理员维护使用。办理业务请登录网页，在“待办”中办理。");

    static final AccessDeniedHandler IN_SESSION = (request, response, why) ->
            BasicAnswers.sentence(response, HttpServletResponse.SC_FORBIDDEN, "您无权进行此操作。请通过页面上的按钮办理；确需办理的，请联系系统管理员。");

    private RefusedInChinese() {}
}
