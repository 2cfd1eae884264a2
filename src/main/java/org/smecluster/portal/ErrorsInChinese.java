package org.smecluster.portal;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What a script is told of an error; a browser is shown a page, {@code templates/error}. */
@Component
class ErrorsInChinese extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        int status = attributes.get("status") instanceof Integer known ? known : 500;
        attributes.put("message", sentence(status));
        return attributes;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401 -> "请先登录。";
            case 403 -> "您无权进行此操作。如确需办理，请联系系统管理员。";
            case 404 -> "没有找到所请求的内容，可能已被删除，或者不在您的管辖范围内。";
            case 405, 415 -> "系统不接受这样提交的请求。请从系统的页面进入后办理。";
            case 409 -> "情况已有变化，请刷新页面后重试。";
            case 413 -> "提交的内容过大，请缩减后重新提交。";
            default -> status < 500 ? "请求的内容有误，系统不能处理。请核对填写的内容后重试。" : "系统出错，请求没有完成。请稍后重试；仍不成功的，请联系系统管理员。";
        };
    }
}
