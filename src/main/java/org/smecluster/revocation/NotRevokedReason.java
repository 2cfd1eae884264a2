package org.smecluster.revocation;

/**
 * Why a recognition is kept although a ground is proven. 第十七条 says 由…撤销, so that each needs a legal basis of its own, which
 * whoever decides names.
 */
public enum NotRevokedReason {
    CORRECTED("情形轻微，已及时改正，没有造成危害后果"),
    NO_FAULT("有证据足以证明申报主体没有过错"),
    PUBLIC_INTEREST("撤销会对公共利益造成重大损害"),
    /** 第十七条 speaks of clusters in their term. */
    RECOGNITION_ENDED("认定已不再有效"),
    OTHER("其他法定事由");

    private final String label;

    NotRevokedReason(String label) {
        this.label = label;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }
}
