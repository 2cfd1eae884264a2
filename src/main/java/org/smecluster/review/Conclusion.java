package org.smecluster.review;

/** What an authority, an expert or an inspection comes to; the forms' options bear these codes. */
public enum Conclusion {
    ACCEPT("受理"),
    RETURN("退回补正"),
    REFUSE("不予受理"),
    MEETS("符合"),
    DOES_NOT_MEET("不符合"),
    RECOMMEND("推荐"),
    NOT_RECOMMEND("不推荐"),
    RESERVE("有条件推荐"),
    PASS("通过"),
    FAIL("不通过"),
    CONSISTENT("与申报材料一致"),
    PARTLY_CONSISTENT("部分不一致"),
    INCONSISTENT("不一致");

    private final String label;

    Conclusion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
