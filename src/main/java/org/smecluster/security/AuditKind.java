package org.smecluster.security;

/** What is written down about logins and rights. */
public enum AuditKind {
    LOGIN("登录"),
    LOGIN_FAILED("登录失败"),
    LOGIN_REFUSED("暂停核对"),
    LOGOUT("退出"),
    SESSIONS_ENDED("结束会话"),
    PASSWORD_CHANGED("本人修改密码"),
    PASSWORD_SET("他人设置密码"),
    RIGHTS("用户和权限"),
    ACCOUNT_CLOSED("停用账号"),
    ACCOUNT_REOPENED("恢复账号"),
    FIRST_ADMINISTRATOR("首位管理员"),
    DEPLOYMENT("部署模型");

    private final String label;

    AuditKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
