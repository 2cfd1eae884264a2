package org.smecluster.registry;

/** What may go on with a cluster, as {@code clusterStateRights} says of its state; its columns bear these names. */
public enum ClusterRight {
    /** An annual report is asked for (第十六条). */
    ANNUAL_REPORT("annualReport"),
    /** Incidents are entered for it (第十条). */
    INCIDENT("incident"),
    /** Major changes are filed (第十五条). */
    CHANGE_FILING("changeFiling"),
    /** Its practice may be put forward as an example (第九条). */
    PRACTICE_CASE("practiceCase"),
    /** It may be recommended for the national title (第十六条). */
    NATIONAL_RECOMMENDATION("nationalRecommendation"),
    /** Its recognition may be revoked: 有效期内 (第十七条). */
    REVOCATION("revocation"),
    /** A review may be applied for (第十四条). */
    RENEWAL_REVIEW("renewalReview"),
    /** It may enter the cultivation pool, anew as well (第六条). */
    CULTIVATION("cultivation");

    private final String column;

    ClusterRight(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
