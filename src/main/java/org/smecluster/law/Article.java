package org.smecluster.law;

/**
 * An article of the Measures (宁工信规发[2023]5号), with an item where one is meant.
 *
 * @param number article number, 1 to 19
 * @param item item within the article, 0 where the whole article is cited
 */
public record Article(int number, int item) {

    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    public Article {
        if (number < 1 || number > 19) {
            throw new IllegalArgumentException("The Measures have articles 1 to 19, not " + number);
        }
        if (item < 0 || item > 11) {
            throw new IllegalArgumentException("No article of the Measures has an item " + item);
        }
    }

    public static Article of(int number) {
        return new Article(number, 0);
    }

    public static Article of(int number, int item) {
        return new Article(number, item);
    }

    /** The way a clerk cites it, e.g. {@code 第十一条(一)}. */
    @Override
    public String toString() {
        String cited = "第" + chinese(number) + "条";
        return item == 0 ? cited : cited + "(" + chinese(item) + ")";
    }

    private static String chinese(int n) {
        return n < 10 ? DIGITS[n] : "十" + DIGITS[n - 10];
    }
}
