package org.smecluster.material;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.law.Article;
import org.smecluster.material.ListedEnterprises.Listed;

/**
 * Holds the fields against each other: parts against their total, declared totals against the lists that prove them,
 * rows against each other.
 *
 * <p>A declared figure that its list does not reach is an error, because the list is what proves it. A list that
 * exceeds its declared figure is a warning, because the lower figure counts and harms nobody. For enterprises it is
 * the other way round: 第十三条(四) asks only for the key ones, so a shorter list is lawful.
 */
final class CrossChecks {

    /** The intensity is declared rounded; beyond this share of difference it is another figure. */
    private static final BigDecimal INTENSITY_TOLERANCE = new BigDecimal("0.01");

    /** 亿元 a year; no industry comes near. */
    private static final BigDecimal MOST_PER_HEAD = BigDecimal.ONE;

    private final ReportingYears years;
    private final LocalDate asOf;
    private final Findings findings;

    CrossChecks(ReportingYears years, LocalDate asOf, Findings findings) {
        this.years = years;
        this.asOf = asOf;
        this.findings = findings;
    }

    /**
     * @param basics null where the sheet is missing
     * @param lists the lists that could be read
     */
    void check(Values basics, Map<Integer, Values> figures, Map<ListSheet<?>, List<Values>> lists) {
        figures.forEach(this::checkYear);
        lists.forEach((list, rows) -> rows.forEach(row -> checkDates(list, row)));

        List<Values> enterprises = lists.get(Layout.ENTERPRISE_LIST);
        if (enterprises != null) {
            checkEnterprises(enterprises, figures.get(years.last()));
        }
        if (basics != null) {
            checkPlatforms(basics);
        }
        ListedEnterprises listed = enterprises == null ? null : new ListedEnterprises(enterprises, findings);
        if (lists.containsKey(Layout.STANDARD_LIST)) {
            checkStandards(lists.get(Layout.STANDARD_LIST), listed, basics);
        }
        if (lists.containsKey(Layout.PATENT_LIST)) {
            checkPatents(lists.get(Layout.PATENT_LIST), listed, figures.get(years.last()));
        }
        if (listed != null) {
            listed.tellAbsent();
        }
    }

    private void checkYear(int year, Values column) {
        partOf(year, column, Figure.SME_OUTPUT, Figure.TOTAL_OUTPUT);
        partOf(year, column, Figure.LEADING_INDUSTRY_OUTPUT, Figure.TOTAL_OUTPUT);
        partOf(year, column, Figure.ENTERPRISES_ON_PLATFORM, Figure.ENTERPRISES);
        likelyPartOf(year, column, Figure.SME_EMPLOYEES, Figure.EMPLOYEES);
        likelyPartOf(year, column, Figure.SMES, Figure.ENTERPRISES);

        BigDecimal total = column.get(Figure.TOTAL_OUTPUT);
        BigDecimal exports = column.get(Figure.EXPORTS);
        if (total != null && exports != null && exports.compareTo(total) > 0) {
            findings.warning(column, Layout.field(Figure.EXPORTS), year + "年出口额大于集群总产值", "请核对两项数据；含转口或库存的请在集群简介中说明");
        }
        BigDecimal output = column.get(Figure.SME_OUTPUT);
        BigDecimal expense = column.get(Figure.SME_RD_EXPENSE);
        if (output != null && expense != null && expense.compareTo(output) > 0) {
            findings.warning(column, Layout.field(Figure.SME_RD_EXPENSE), year + "年中小企业研发经费大于中小企业产值", "请核对两项数据和单位");
        }
        checkIntensity(year, column, total);
        checkUnit(year, column, total);
    }

    /** Money in 万元 where 亿元 is asked for is ten thousand times too much, which no other total betrays. */
    private void checkUnit(int year, Values column, BigDecimal total) {
        BigDecimal people = column.get(Figure.EMPLOYEES);
        if (total != null
                && people != null
                && people.signum() > 0
                && total.compareTo(people.multiply(MOST_PER_HEAD)) > 0) {
            findings.warning(
                    column,
                    Layout.field(Figure.TOTAL_OUTPUT),
                    year + "年人均产值" + CellType.plain(total.divide(people, new MathContext(4))) + "亿元（总产值"
                            + CellType.plain(total) + "亿元，从业人员" + CellType.plain(people) + "人），不合常理",
                    "单位为亿元，请核对总产值和其他金额是否误按万元填写、从业人员是否漏了位数");
        }
    }

    private void checkIntensity(int year, Values column, BigDecimal total) {
        BigDecimal emissions = column.get(Figure.CO2_EMISSIONS);
        BigDecimal declared = column.get(Figure.EMISSION_INTENSITY);
        if (total == null || total.signum() == 0 || emissions == null || declared == null) {
            return;
        }
        // 万吨/亿元 is the same number as 吨/万元
        BigDecimal calculated = emissions.divide(total, MathContext.DECIMAL64);
        BigDecimal difference = declared.subtract(calculated).abs();
        if (difference.compareTo(calculated.multiply(INTENSITY_TOLERANCE)) > 0) {
            findings.warning(
                    column,
                    Layout.field(Figure.EMISSION_INTENSITY),
                    year + "年排放强度填" + CellType.plain(declared) + "，按排放量÷总产值应为"
                            + CellType.plain(calculated.round(new MathContext(4))),
                    "请核对排放量、总产值和强度");
        }
    }

    private void partOf(int year, Values column, Figure part, Figure whole) {
        if (exceeds(column, part, whole)) {
            findings.error(column, Layout.field(part), above(year, column, part, whole), "部分不能大于总数，请核对两项数据");
        }
    }

    /** As {@link #partOf}, of figures that no condition depends on: whoever asks for them may be told, not turned away. */
    private void likelyPartOf(int year, Values column, Figure part, Figure whole) {
        if (exceeds(column, part, whole)) {
            findings.warning(column, Layout.field(part), above(year, column, part, whole), "部分一般不大于总数，请核对两项数据；无误则不必修改");
        }
    }

    private static boolean exceeds(Values column, Figure part, Figure whole) {
        BigDecimal less = column.get(part);
        BigDecimal more = column.get(whole);
        return less != null && more != null && less.compareTo(more) > 0;
    }

    private static String above(int year, Values column, Figure part, Figure whole) {
        return year + "年“" + part.label() + "”（" + CellType.plain(column.get(part)) + "）大于“" + whole.label() + "”（"
                + CellType.plain(column.get(whole)) + "，" + column.cell(Layout.field(whole)) + "）";
    }

    /** What has happened cannot lie in the future; only ends of validity may. */
    private void checkDates(ListSheet<?> list, Values row) {
        List<Field<?>> fields = list.fields();
        for (int i = 0; i < fields.size(); i++) {
            Field<?> field = fields.get(i);
            if (row.get(i) instanceof LocalDate day
                    && day.isAfter(asOf)
                    && field != Layout.PATENT_UNTIL
                    && !Layout.TITLE_FROM.containsValue(field)
                    && !Layout.TITLE_UNTIL.containsValue(field)) {
                findings.error(row, field, "“" + field.label() + "”" + day + "晚于申报日期" + asOf, "请核对日期");
            }
        }
    }

    private void checkEnterprises(List<Values> rows, Values lastYear) {
        if (rows.isEmpty()) {
            findings.error(
                    Layout.ENTERPRISE_LIST.name(),
                    "A" + Layout.FIRST_ROW,
                    "企业名单是空的",
                    "请至少列出" + Article.of(13, 4) + "所称重点企业");
            return;
        }
        duplicates(rows, row -> row.get(Layout.CODE), Layout.CODE, "同一企业重复列出", "请合并为一行，多个称号填在同一行");
        for (Values row : rows) {
            for (EnterpriseTitle title : EnterpriseTitle.values()) {
                checkTitle(row, title);
            }
            checkSize(row);
        }
        if (lastYear != null) {
            compareEnterprises(rows, lastYear);
            compareSmes(rows, lastYear);
        }
    }

    private void compareEnterprises(List<Values> rows, Values lastYear) {
        Integer declared = lastYear.integer(Layout.field(Figure.ENTERPRISES));
        if (declared == null) {
            return;
        }
        if (rows.size() > declared) {
            findings.error(
                    lastYear,
                    Layout.field(Figure.ENTERPRISES),
                    "申报" + years.last() + "年企业数" + declared + "家，少于“企业名单”所列" + rows.size() + "家",
                    "名单是企业总数的一部分，请核对企业数或名单");
        } else if (rows.size() < declared) {
            findings.warning(
                    lastYear,
                    Layout.field(Figure.ENTERPRISES),
                    "申报" + years.last() + "年企业数" + declared + "家，“企业名单”列出" + rows.size() + "家，少"
                            + (declared - rows.size()) + "家",
                    Article.of(13, 4) + "只要求列出重点企业；请确认有称号的企业均已列出");
        }
    }

    private void compareSmes(List<Values> rows, Values lastYear) {
        Integer declared = lastYear.integer(Layout.field(Figure.SMES));
        long listed = rows.stream()
                .map(row -> row.get(Layout.SIZE))
                .filter(size -> size != null && size.isSme())
                .count();
        if (declared != null && listed > declared) {
            findings.warning(
                    lastYear,
                    Layout.field(Figure.SMES),
                    "申报" + years.last() + "年中小企业数" + declared + "家，少于“企业名单”所列中小企业" + listed + "家",
                    "请核对中小企业数或名单中的企业规模；无误则不必修改");
        }
    }

    private void checkTitle(Values row, EnterpriseTitle title) {
        Field<LocalDate> from = Layout.TITLE_FROM.get(title);
        Field<LocalDate> until = Layout.TITLE_UNTIL.get(title);
        LocalDate first = row.get(from);
        LocalDate last = row.get(until);
        if (first == null && last == null) {
            if (!row.unread(from) && !row.unread(until)) {
                checkUndated(row, title);
            }
            return;
        }
        checkCertificate(row, title);
        if (first == null || last == null) {
            Field<LocalDate> blank = first == null ? from : until;
            if (!findings.anyErrorAt(row, blank)) {
                findings.error(row, blank, "“" + title.label() + "”只填了一个日期", "请补填" + blank.label() + "；没有该称号的两格都清空");
            }
        } else if (first.isAfter(last)) {
            findings.error(row, until, "“" + title.label() + "”有效期止" + last + "早于有效期起" + first, "请对照认定文件核对两个日期");
        } else if (last.isBefore(asOf)) {
            findings.warning(
                    row, until, "“" + title.label() + "”已于" + last + "到期，不计入" + Article.of(11, 2), "如已复核通过，请填新的有效期");
        } else if (first.isAfter(asOf)) {
            findings.warning(
                    row, from, "“" + title.label() + "”自" + first + "起才有效，不计入" + Article.of(11, 2), "请核对日期；无误则不必修改");
        }
    }

    /** Without its dates a title would be dropped without a word. */
    private void checkUndated(Values row, EnterpriseTitle title) {
        for (Field<?> field : List.of(Layout.TITLE_LEVEL.get(title), Layout.TITLE_CERTIFICATE.get(title))) {
            if (row.get(field) != null) {
                findings.error(row, field, "填了“" + field.label() + "”，没有填有效期", "请补填有效期起止；没有该称号的请清空");
            }
        }
    }

    private void checkCertificate(Values row, EnterpriseTitle title) {
        for (Field<?> field : List.of(Layout.TITLE_LEVEL.get(title), Layout.TITLE_CERTIFICATE.get(title))) {
            if (row.get(field) == null && !findings.anyErrorAt(row, field)) {
                findings.warning(row, field, "没有填“" + field.label() + "”，称号难以核实", "请对照认定文件补填");
            }
        }
    }

    /** Companies outgrow their titles: asked about, and counted all the same. */
    private void checkSize(Values row) {
        if (row.get(Layout.SIZE) != EnterpriseSize.LARGE || row.get(Layout.SIZE_REASON) != null) {
            return;
        }
        List<String> titles = Stream.of(EnterpriseTitle.values())
                .filter(EnterpriseTitle::isForSmes)
                .filter(title -> row.get(Layout.TITLE_FROM.get(title)) != null)
                .map(EnterpriseTitle::label)
                .toList();
        if (!titles.isEmpty()) {
            findings.warning(
                    row,
                    Layout.SIZE_REASON,
                    "规模是大型，而有面向中小企业的称号：" + String.join("、", titles),
                    "请核对企业规模；没有错的，在“规模说明”中写明原因，如认定后成长为大型企业");
        }
    }

    private void checkPlatforms(Values basics) {
        Integer declared = basics.integer(Layout.PLATFORM_COUNT);
        String text = basics.get(Layout.PLATFORM_NAMES);
        int named = Layout.names(text, declared).size();
        if (declared == null || basics.unread(Layout.PLATFORM_NAMES)) {
            return;
        }
        if (declared == named) {
            if (Layout.names(text).size() != named) {
                findings.warning(
                        basics, Layout.PLATFORM_NAMES, "“创新平台名称”没有用顿号隔开，已按" + named + "个读取", "请核对；名称之间宜用顿号“、”隔开");
            }
            return;
        }
        String message = "创新平台数量填" + declared + "个，名称列出" + named + "个";
        if (declared > named) {
            findings.error(basics, Layout.PLATFORM_COUNT, message, "请在“创新平台名称”中逐个列出，名称之间用顿号“、”隔开，或改正数量");
        } else {
            findings.warning(basics, Layout.PLATFORM_COUNT, message, "按所填数量计；如有遗漏请改正数量");
        }
    }

    private void checkStandards(List<Values> rows, ListedEnterprises listed, Values basics) {
        record Part(String number, CreditCode enterprise) {}
        duplicates(
                rows,
                row -> row.get(Layout.STANDARD_NUMBER) == null || row.get(Layout.STANDARD_ENTERPRISE) == null
                        ? null
                        : new Part(Standard.key(row.get(Layout.STANDARD_NUMBER)), row.get(Layout.STANDARD_ENTERPRISE)),
                Layout.STANDARD_NUMBER,
                "同一企业的同一标准重复列出",
                "请删去重复的一行");
        Set<String> counted = new HashSet<>();
        Set<String> possible = new HashSet<>();
        int unnamed = 0;
        for (Values row : rows) {
            Listed enterprise = held(listed, row, Layout.STANDARD_ENTERPRISE);
            checkRole(row);
            LocalDate issued = row.get(Layout.ISSUED_ON);
            if (issued != null && (issued.getYear() < years.first() || issued.getYear() > years.last())) {
                findings.warning(
                        row,
                        Layout.ISSUED_ON,
                        "标准发布于" + issued + "，不在近三年（" + years.first() + "至" + years.last() + "年）内，不计入"
                                + Article.of(13, 6),
                        "请核对日期；无误则不必修改");
            } else if (enterprise != Listed.LARGE && row.get(Layout.STANDARD_NUMBER) == null) {
                unnamed++;
            } else if (enterprise != Listed.LARGE) {
                String key = Standard.key(row.get(Layout.STANDARD_NUMBER));
                possible.add(key);
                if (enterprise == Listed.SME && issued != null) {
                    counted.add(key);
                }
            }
        }
        if (basics != null) {
            compare(basics, Layout.STANDARD_COUNT, counted.size(), possible.size() + unnamed, "标准清单", "项");
        }
    }

    private void checkRole(Values row) {
        Integer rank = row.integer(Layout.DRAFTER_RANK);
        StandardRole role = row.get(Layout.STANDARD_ROLE);
        if (rank == null || role == null || role == StandardRole.at(rank)) {
            return;
        }
        String message = "起草单位排名第" + rank + "，填的是“" + role.label() + "”";
        if (role == StandardRole.LEADING) {
            findings.error(row, Layout.STANDARD_ROLE, message, Article.of(13, 6) + "：排名前三位为主持。请改选“参与”，或改正排名");
        } else {
            findings.warning(row, Layout.STANDARD_ROLE, message, "排名前三位的可以填主持，请核对；无误则不必修改");
        }
    }

    private void checkPatents(List<Values> rows, ListedEnterprises listed, Values lastYear) {
        record Right(PatentKind kind, String number) {}
        duplicates(
                rows,
                row -> row.get(Layout.PATENT_KIND) == null || row.get(Layout.PATENT_NUMBER) == null
                        ? null
                        : new Right(row.get(Layout.PATENT_KIND), Patent.key(row.get(Layout.PATENT_NUMBER))),
                Layout.PATENT_NUMBER,
                "同一专利重复列出",
                "请删去重复的一行");
        LocalDate yearEnd = LocalDate.of(years.last(), 12, 31);
        int counted = 0;
        int uncertain = 0;
        for (Values row : rows) {
            Listed owner = held(listed, row, Layout.PATENT_OWNER);
            LocalDate granted = row.get(Layout.GRANTED_ON);
            LocalDate until = row.get(Layout.PATENT_UNTIL);
            boolean ended = until != null && until.isBefore(yearEnd);
            PatentStatus status = row.get(Layout.PATENT_STATUS);
            if (row.get(Layout.PATENT_KIND) == PatentKind.OTHER) {
                findings.warning(
                        row, Layout.PATENT_KIND, "种类是“其他”，" + Article.of(13, 7) + "没有列出", "请在“名称”中写明是什么权利，由审查人员判断");
            }
            if (granted != null && until != null && until.isBefore(granted)) {
                findings.error(row, Layout.PATENT_UNTIL, "有效期止" + until + "早于授权日期" + granted, "请对照证书核对两个日期");
            } else if (ended) {
                findings.warning(
                        row, Layout.PATENT_UNTIL, "已于" + until + "到期，不计入" + years.last() + "年末有效数", "请核对日期；无误则不必修改");
            } else if (granted != null && granted.isAfter(yearEnd)) {
                findings.warning(
                        row, Layout.GRANTED_ON, "授权于" + granted + "，不计入" + years.last() + "年末有效数", "请核对日期；无误则不必修改");
            } else if (status != null && status != PatentStatus.IN_FORCE) {
                findings.warning(row, Layout.PATENT_STATUS, "法律状态是“" + status.label() + "”，不计入有效数", "请核对；无误则不必修改");
            } else if (owner == Listed.UNCERTAIN
                    || owner == Listed.SME && (granted == null || status == null || row.unread(Layout.PATENT_UNTIL))) {
                uncertain++;
            } else if (owner == Listed.SME) {
                counted++;
            }
        }
        if (lastYear != null) {
            compare(lastYear, Layout.field(Figure.SME_INVENTION_PATENTS), counted, counted + uncertain, "专利清单", "件");
        }
    }

    /**
     * @param certain how many rows count
     * @param possible how many may, once what could not be read is mended: only more than these are declared wrongly
     */
    private void compare(Values values, Field<BigDecimal> total, int certain, int possible, String list, String unit) {
        Integer declared = values.integer(total);
        if (declared == null || declared >= certain && declared <= possible) {
            return;
        }
        boolean above = declared > possible;
        String message = "“" + total.label() + "”填" + declared + unit + "，“" + list + "”中可计入的是"
                + (above ? possible : certain) + unit;
        if (above) {
            findings.error(values, total, message, "请在“" + list + "”中补齐，或改正所填数");
        } else {
            findings.warning(values, total, message, "按所填数计；如有遗漏请改正所填数");
        }
    }

    private static Listed held(ListedEnterprises listed, Values row, Field<CreditCode> field) {
        return listed == null ? Listed.UNCERTAIN : listed.find(row, field);
    }

    private void duplicates(
            List<Values> rows, Function<Values, Object> key, Field<?> cited, String message, String remedy) {
        Map<Object, Values> first = new HashMap<>();
        for (Values row : rows) {
            Object value = key.apply(row);
            Values earlier = value == null ? null : first.putIfAbsent(value, row);
            if (earlier != null) {
                findings.error(
                        row,
                        cited,
                        message + "：“" + row.get(cited) + "”已在" + earlier.sheet() + "!" + earlier.cell(cited) + "填写",
                        remedy);
            }
        }
    }
}
