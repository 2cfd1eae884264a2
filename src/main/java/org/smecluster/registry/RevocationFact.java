package org.smecluster.registry;

import org.smecluster.law.Article;

/** A fact that 第十七条 knows; which ground follows is for {@code revocationGrounds} to say, and for a person to decide. */
public enum RevocationFact {
    STANDARDS_NOT_MET("不再符合评价认定标准", Article.of(17, 1)),
    FALSE_APPLICATION_FOUND("发现虚假申报", Article.of(17, 2)),
    REPORT_OVERDUE("未按要求及时报送年度发展情况", Article.of(17, 3)),
    SUPERVISION_REFUSED("不接受、不配合监测监督工作", Article.of(17, 3)),
    CHANGE_UNFILED("重大变动未及时备案", Article.of(17, 4)),
    MAJOR_INCIDENT("发生第十条所列事故、事件或行为", Article.of(17, 5));

    private final String label;
    private final Article article;

    RevocationFact(String label, Article article) {
        this.label = label;
        this.article = article;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }

    public Article article() {
        return article;
    }
}
