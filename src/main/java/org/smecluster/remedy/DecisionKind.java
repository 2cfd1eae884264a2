package org.smecluster.remedy;

import org.smecluster.law.Article;

/** What is decided about a unit, and by whom. */
public enum DecisionKind {
    /** Adverse to nobody: it names its issuer and no more. */
    ACCEPTANCE("受理", Issuer.CITY, Article.of(12, 2)),
    CORRECTION("退回补正", Issuer.CITY, Article.of(12, 2)),
    REFUSAL("不予受理", Issuer.CITY, Article.of(12, 2)),
    NOT_RECOMMENDED("不予推荐", Issuer.CITY, Article.of(12, 2)),
    INELIGIBLE("申报主体不适格", Issuer.REGION, Article.of(12, 1)),
    NOT_RECOGNISED("不予认定", Issuer.REGION, Article.of(12, 3)),
    POOL_REFUSED("不予入库", Issuer.REGION, Article.of(6)),
    RENEWAL_FAILED("复核不通过", Issuer.REGION, Article.of(14)),
    CORRECTION_ORDERED("限期整改", Issuer.REGION, Article.of(17)),
    REVOCATION("撤销认定", Issuer.REGION, Article.of(17));

    enum Issuer {
        CITY("市级主管部门"),
        REGION("自治区工业和信息化厅");

        private final String label;

        Issuer(String label) {
            this.label = label;
        }
    }

    private final String label;
    private final Issuer issuer;
    private final Article article;

    DecisionKind(String label, Issuer issuer, Article article) {
        this.label = label;
        this.issuer = issuer;
        this.article = article;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }

    /** Who makes such decisions, as the page says it. */
    public String issuerLabel() {
        return issuer.label;
    }

    public Article article() {
        return article;
    }

    public boolean adverse() {
        return this != ACCEPTANCE;
    }

    boolean ofCity() {
        return issuer == Issuer.CITY;
    }
}
