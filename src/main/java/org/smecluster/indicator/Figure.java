package org.smecluster.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.smecluster.law.Article;

/**
 * The yearly figures of the sheet 年度数据, in its order. What a figure is stands here and nowhere else: the template, the
 * reader, the table {@code workbook_year}, comparisons, warnings, projections and pages go through this list. A figure
 * may be missing from any year (not supplied).
 */
public enum Figure {
    TOTAL_OUTPUT("集群总产值", Measure.MONEY, Article.of(11, 1), "集群内全部企业产值合计"),
    SME_OUTPUT("中小企业产值", Measure.MONEY, Article.of(11, 1), "其中：中小企业产值，不大于总产值"),
    LEADING_INDUSTRY_OUTPUT("主导产业产值", Measure.MONEY, Article.of(11, 1), "其中：主导产业产值，不大于总产值"),
    SME_RD_EXPENSE("中小企业研发经费", Measure.MONEY, Article.of(11, 4), "中小企业研发经费内部支出"),
    SME_INVENTION_PATENTS("中小企业有效发明专利数", Measure.PATENTS, Article.of(11, 4), "年末数；最后一年以“专利清单”为准"),
    EMPLOYEES("年末从业人员", Measure.PEOPLE, Article.of(11, 4), "集群内全部企业年末从业人员"),
    SME_EMPLOYEES("中小企业从业人员", Measure.PEOPLE, Article.of(2), "其中：中小企业年末从业人员，不大于年末从业人员"),
    ENTERPRISES("企业数", Measure.ENTERPRISES, Article.of(11, 5), "年末集群内全部企业，不少于“企业名单”所列"),
    SMES("中小企业数", Measure.ENTERPRISES, Article.of(2), "其中：年末中小企业，按中小企业划型标准"),
    ENTERPRISES_ON_PLATFORM("应用工业互联网平台的企业数", Measure.ENTERPRISES, Article.of(11, 5), "其中：应用工业互联网平台的企业"),
    INDUSTRIAL_SOFTWARE_USAGE("工业软件应用率", Measure.SHARE, Article.of(11, 5), "应用工业软件的企业占全部企业的比例"),
    CO2_EMISSIONS("二氧化碳排放量", Measure.EMISSIONS, Article.of(11, 6), "集群内企业全年排放量合计"),
    EMISSION_INTENSITY("二氧化碳排放强度", Measure.INTENSITY, Article.of(11, 6), "二氧化碳排放量÷集群总产值"),
    EXPORTS("出口额", Measure.MONEY, Article.of(11, 7), "集群内企业全年出口总额，折人民币；没有的填0");

    /** In what a figure is measured; nothing is below zero. */
    public enum Measure {
        MONEY("亿元", "10000", "单位为亿元，请核对是否误按万元或元填写"),
        EMISSIONS("万吨", "20000", "单位为万吨，请核对是否误按吨填写"),
        INTENSITY("吨/万元", "1000", "单位为吨/万元，请核对单位"),
        /** Held as a ratio 0..1, shown and filled in as per cent. */
        SHARE("%", "1", null),
        PATENTS("件"),
        PEOPLE("人"),
        ENTERPRISES("家");

        private final String unit;
        private final boolean count;
        private final BigDecimal most;
        private final String slip;

        Measure(String unit, String most, String slip) {
            this.unit = unit;
            this.count = false;
            this.most = new BigDecimal(most);
            this.slip = slip;
        }

        /** Whole numbers. */
        Measure(String unit) {
            this.unit = unit;
            this.count = true;
            this.most = BigDecimal.valueOf(10_000_000);
            this.slip = null;
        }

        public String unit() {
            return unit;
        }

        /** Whether only whole numbers are possible. */
        public boolean isCount() {
            return count;
        }

        /** The most that is taken. */
        public BigDecimal most() {
            return most;
        }

        /** The likely mistake where there is more; null where none is known. */
        public String slip() {
            return slip;
        }
    }

    private final String key;
    private final String label;
    private final Measure measure;
    private final Article basis;
    private final String note;

    Figure(String label, Measure measure, Article basis, String note) {
        this.key = camelCase(name());
        this.label = label;
        this.measure = measure;
        this.basis = basis;
        this.note = note;
    }

    /**
     * @param key as {@link #key} gives it
     * @throws IllegalArgumentException where no figure has it
     */
    public static Figure of(String key) {
        return Stream.of(values())
                .filter(figure -> figure.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no yearly figure is called " + key));
    }

    /** Its name in decision tables: {@code totalOutput}. */
    public String key() {
        return key;
    }

    /** Its column in {@code workbook_year}: {@code total_output}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name on screen and in the workbook. */
    public String label() {
        return label;
    }

    public Measure measure() {
        return measure;
    }

    /** What of the Measures asks for it. */
    public Article basis() {
        return basis;
    }

    /** What to fill in, shown beside the field. */
    public String note() {
        return note;
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
            name.append(
                            name.isEmpty()
                                    ? word.substring(0, 1)
                                    : word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return name.toString();
    }
}
