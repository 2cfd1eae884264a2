package org.smecluster.practice;

import org.smecluster.law.LegalBasis;

/** What the good practice is about, as the article lists it. */
@LegalBasis(article = 9)
public enum PracticeTheme {
    INNOVATION("提升创新水平"),
    SERVICE("提升服务水平"),
    DIGITAL("提升数字化水平"),
    GREEN("提升绿色化水平"),
    INTERNATIONAL("提升国际化水平"),
    CHAIN("推动产业链供应链协同发展");

    private final String label;

    PracticeTheme(String label) {
        this.label = label;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }
}
