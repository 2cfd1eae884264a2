package org.smecluster.revocation;

/** How a notice was served. */
public enum ServiceMethod {
    DIRECT("直接送达"),
    LEFT("留置送达"),
    ENTRUSTED("委托送达"),
    POST("邮寄送达"),
    ELECTRONIC("电子送达"),
    /** The day of service is the one on which the law takes it as served. */
    PUBLISHED("公告送达");

    private final String label;

    ServiceMethod(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }
}
