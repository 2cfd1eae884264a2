package org.smecluster.material;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.smecluster.calendar.TypedDay;
import org.smecluster.indicator.CreditCode;
import org.smecluster.law.TypedText;

/** What a cell holds: how the template offers it and how the reader understands it. */
abstract class CellType<T> {

    /** Excel keeps 15 significant digits; what it stores beyond them is noise of the binary number. */
    private static final MathContext EXCEL_PRECISION = new MathContext(15, RoundingMode.HALF_UP);

    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** From here on a binary number holds no longer every whole one that is typed. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E15");

    /** With separators of thousands or without. */
    private static final Pattern TYPED_NUMBER = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?");

    static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    /** A cell that does not hold what its field asks for. */
    static final class Misfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final String remedy;

        Misfit(String message, String remedy) {
            super(message, null, false, false);
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    /** The value of a cell that is not blank. */
    abstract T read(RawCell cell) throws Misfit;

    abstract void put(Cell cell, T value);

    /** The number format of the template's cell. */
    abstract String format();

    /** What the template lets a person enter; null where anything. */
    abstract DataValidationConstraint constraint(DataValidationHelper helper);

    /** What the template says when something else is entered. */
    abstract String expectation();

    /** What was read that a person may have meant otherwise: the question to ask; null where there is none. */
    String doubt(RawCell cell, T value) {
        return null;
    }

    /** On one line. */
    static CellType<String> text(int longest) {
        return new Text(longest, false);
    }

    static CellType<String> lines(int longest) {
        return new Text(longest, true);
    }

    static CellType<CreditCode> creditCode() {
        return new Code();
    }

    static <T> CellType<T> choice(List<T> options, Function<T, String> label) {
        return new Choice<>(options, label);
    }

    static <T extends Labelled> CellType<T> choice(T[] options) {
        return new Choice<>(List.of(options), Labelled::label);
    }

    static CellType<Boolean> yesNo() {
        return new Choice<>(List.of(true, false), value -> value ? "是" : "否");
    }

    /** Whole numbers. */
    static CellType<BigDecimal> count(long least, long most) {
        return new Count(least, most);
    }

    static CellType<BigDecimal> amount(BigDecimal most, String slip) {
        return new Amount(most, slip);
    }

    static CellType<BigDecimal> percent() {
        return new Percent(false);
    }

    /** Of what is all or nearly all where it is done at all: 1 is more likely 100 % than 1 %. */
    static CellType<BigDecimal> coverage() {
        return new Percent(true);
    }

    static CellType<LocalDate> date() {
        return new Day();
    }

    private static BigDecimal number(RawCell cell, String wanted) throws Misfit {
        if (cell.kind() == RawCell.Kind.BOOLEAN || cell.date()) {
            throw new Misfit(
                    "应填" + wanted + "，实际是" + (cell.date() ? "日期" : "逻辑值" + cell.shown()), "请改填数字，并把单元格格式设为“数值”");
        }
        BigDecimal value = cell.kind() == RawCell.Kind.TEXT ? typed(cell, wanted) : stored(cell);
        if (value.abs().compareTo(TOO_LARGE) >= 0) {
            throw new Misfit("数值超出范围：“" + cell.shown() + "”", "请核对后重新填写");
        }
        if (value.signum() < 0) {
            throw new Misfit("不能为负数：" + plain(value), "请核对后填写0或正数");
        }
        if (cell.kind() == RawCell.Kind.NUMBER && cell.format().scaled()) {
            throw new Misfit(
                    "的单元格格式“" + cell.format().code() + "”把数值缩小显示，看到的与所存的" + plain(value) + "不同",
                    "请把单元格格式设为“数值”，看清实际数值后核对");
        }
        return normal(value);
    }

    /** A number that is kept as text, where it can be read one way only. */
    private static BigDecimal typed(RawCell cell, String wanted) throws Misfit {
        String text = TypedText.code(cell.text());
        if (!TYPED_NUMBER.matcher(text).matches() || text.length() > 30) {
            throw new Misfit("应填" + wanted + "，实际是文本“" + cell.shown() + "”", "请只填数字，不带单位、逗号和空格，并把单元格格式设为“数值”");
        }
        return new BigDecimal(text.replace(",", "")).round(EXCEL_PRECISION);
    }

    private static String doubtfulNumber(RawCell cell, BigDecimal value) {
        if (cell.kind() == RawCell.Kind.TEXT) {
            return "是以文本保存的数字，已读作" + plain(value);
        }
        return cell.format().percents() > 0 ? "的单元格是百分比格式，已按所存数值读作" + plain(value) : null;
    }

    /** The number as Excel holds it; no file can make it one of a billion digits. */
    private static BigDecimal stored(RawCell cell) throws Misfit {
        double held = Double.parseDouble(cell.text());
        if (Double.isNaN(held) || Double.isInfinite(held)) {
            throw new Misfit("数值超出范围：“" + cell.shown() + "”", "请核对后重新填写");
        }
        return held == 0 ? BigDecimal.ZERO : new BigDecimal(cell.text()).round(EXCEL_PRECISION);
    }

    /** Without trailing zeros, never in powers of ten. */
    private static BigDecimal normal(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String plain(BigDecimal value) {
        return normal(value).toPlainString();
    }

    private static final class Text extends CellType<String> {

        private final int longest;
        private final boolean lines;

        Text(int longest, boolean lines) {
            this.longest = longest;
            this.lines = lines;
        }

        @Override
        String read(RawCell cell) throws Misfit {
            if (cell.kind() == RawCell.Kind.BOOLEAN || cell.date()) {
                throw new Misfit("应填文字，实际是" + (cell.date() ? "日期" : "逻辑值"), "请把单元格格式设为“文本”后重新填写");
            }
            String text = cell.kind() == RawCell.Kind.NUMBER ? digits(cell) : written(cell);
            if (text.length() > longest) {
                throw new Misfit("文字过长：" + text.length() + "字，最多" + longest + "字", "请缩短后重新填写");
            }
            return text;
        }

        private String written(RawCell cell) {
            return lines ? TypedText.clean(cell.text()) : TypedText.line(cell.text());
        }

        private static String digits(RawCell cell) throws Misfit {
            BigDecimal value = stored(cell);
            if (value.abs().compareTo(TOO_LARGE) >= 0 || new BigDecimal(cell.text()).precision() > 17) {
                throw new Misfit("以数字保存，Excel只保留15位，超出的位数已失真：“" + cell.shown() + "”", "请把单元格格式设为“文本”，对照原件重新填写全部数字");
            }
            return plain(value);
        }

        @Override
        String doubt(RawCell cell, String value) {
            return cell.kind() == RawCell.Kind.NUMBER ? "以数字保存，已读作“" + value + "”；开头的0和小数末尾的0不会保留" : null;
        }

        @Override
        void put(Cell cell, String value) {
            cell.setCellValue(value);
        }

        @Override
        String format() {
            return "@";
        }

        @Override
        DataValidationConstraint constraint(DataValidationHelper helper) {
            return helper.createTextLengthConstraint(OperatorType.BETWEEN, "0", Integer.toString(longest));
        }

        @Override
        String expectation() {
            return "请填写文字，最多" + longest + "字。";
        }
    }

    private static final class Code extends CellType<CreditCode> {

        @Override
        CreditCode read(RawCell cell) throws Misfit {
            if (cell.kind() == RawCell.Kind.BOOLEAN || cell.date()) {
                throw new Misfit("应填统一社会信用代码，实际是" + (cell.date() ? "日期" : "逻辑值"), "请把单元格格式设为“文本”后填写18位代码");
            }
            if (cell.kind() != RawCell.Kind.TEXT) {
                throw new Misfit("统一社会信用代码以数字保存，末几位已失真", "请把单元格格式设为“文本”后重新填写18位代码");
            }
            String code = CreditCode.normalise(cell.text());
            if (code.length() != 18) {
                throw new Misfit("统一社会信用代码应为18位，实际" + code.length() + "位：“" + cell.shown() + "”", "请对照营业执照填写18位代码");
            }
            if (!CreditCode.isValid(code)) {
                throw new Misfit("统一社会信用代码有误：“" + code + "”不符合GB 32100校验规则", "请对照营业执照逐位核对后重新填写");
            }
            return new CreditCode(code);
        }

        @Override
        void put(Cell cell, CreditCode value) {
            cell.setCellValue(value.value());
        }

        @Override
        String format() {
            return "@";
        }

        @Override
        DataValidationConstraint constraint(DataValidationHelper helper) {
            return helper.createTextLengthConstraint(OperatorType.EQUAL, "18", null);
        }

        @Override
        String expectation() {
            return "请填写18位统一社会信用代码。";
        }
    }

    private static final class Choice<T> extends CellType<T> {

        private final List<T> options;
        private final Function<T, String> label;

        Choice(List<T> options, Function<T, String> label) {
            this.options = options;
            this.label = label;
        }

        @Override
        T read(RawCell cell) throws Misfit {
            for (T option : options) {
                if (cell.kind() == RawCell.Kind.TEXT && TypedText.same(label.apply(option), cell.text())) {
                    return option;
                }
            }
            throw new Misfit("“" + cell.shown() + "”不是可选项", "请从下拉列表中选择：" + listed("、"));
        }

        private String listed(String separator) {
            return String.join(separator, options.stream().map(label).toList());
        }

        @Override
        void put(Cell cell, T value) {
            cell.setCellValue(label.apply(value));
        }

        @Override
        String format() {
            return "@";
        }

        @Override
        DataValidationConstraint constraint(DataValidationHelper helper) {
            return helper.createExplicitListConstraint(
                    options.stream().map(label).toArray(String[]::new));
        }

        @Override
        String expectation() {
            return "请从下拉列表中选择：" + listed("、") + "。";
        }
    }

    private static final class Count extends CellType<BigDecimal> {

        private final long least;
        private final long most;

        Count(long least, long most) {
            this.least = least;
            this.most = most;
        }

        @Override
        BigDecimal read(RawCell cell) throws Misfit {
            BigDecimal value = number(cell, "整数");
            if (value.scale() > 0) {
                throw new Misfit("应填整数，实际是" + plain(value), "请改填整数，不保留小数");
            }
            if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw new Misfit(plain(value) + "超出范围，应在" + least + "至" + most + "之间", "请核对数值和单位后重新填写");
            }
            return value;
        }

        @Override
        String doubt(RawCell cell, BigDecimal value) {
            return doubtfulNumber(cell, value);
        }

        @Override
        void put(Cell cell, BigDecimal value) {
            cell.setCellValue(value.doubleValue());
        }

        @Override
        String format() {
            return "#,##0";
        }

        @Override
        DataValidationConstraint constraint(DataValidationHelper helper) {
            return helper.createIntegerConstraint(OperatorType.BETWEEN, Long.toString(least), Long.toString(most));
        }

        @Override
        String expectation() {
            return "请填写" + least + "至" + most + "之间的整数。";
        }
    }

    private static final class Amount extends CellType<BigDecimal> {

        private final BigDecimal most;
        private final String slip;

        Amount(BigDecimal most, String slip) {
            this.most = most;
            this.slip = slip;
        }

        @Override
        BigDecimal read(RawCell cell) throws Misfit {
            boolean shownInTenThousands =
                    cell.kind() == RawCell.Kind.NUMBER && cell.format().code().indexOf('万') >= 0;
            if (shownInTenThousands && slip.contains("亿元")) {
                throw new Misfit("的单元格以“万”为单位显示（格式“" + cell.format().code() + "”）", slip + "，并把单元格格式设为“数值”");
            }
            BigDecimal value = number(cell, "数字");
            if (value.compareTo(most) > 0) {
                throw new Misfit(plain(value) + "超出范围，应不大于" + plain(most), slip);
            }
            return value;
        }

        @Override
        String doubt(RawCell cell, BigDecimal value) {
            return doubtfulNumber(cell, value);
        }

        @Override
        void put(Cell cell, BigDecimal value) {
            cell.setCellValue(value.doubleValue());
        }

        @Override
        String format() {
            return "#,##0.00##";
        }

        @Override
        DataValidationConstraint constraint(DataValidationHelper helper) {
            return helper.createDecimalConstraint(OperatorType.BETWEEN, "0", most.toPlainString());
        }

        @Override
        String expectation() {
            return "请填写0至" + plain(most) + "之间的数字。" + slip + "。";
        }
    }

    /** 35 in a cell of plain format, or 0.35 in one of percent format, is the ratio 0.35: what a person sees is what is meant. */
    private static final class Percent extends CellType<BigDecimal> {

        private static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

        private final boolean mostlyAll;

        Percent(boolean mostlyAll) {
            this.mostlyAll = mostlyAll;
        }

        @Override
        BigDecimal read(RawCell cell) throws Misfit {
            BigDecimal ratio = ratio(cell);
            if (ratio.compareTo(BigDecimal.ONE) > 0) {
                throw new Misfit("百分数不能大于100：" + plain(ratio.multiply(HUNDRED)), "请填写0至100之间的数字，如35%填35");
            }
            if (mostlyAll && ratio.compareTo(ONE_PERCENT) == 0 && !signed(cell)) {
                throw new Misfit("填的是1，单元格不是百分比格式，读作1%，可能本来是100%", "全部覆盖的请填100；确为1%的，请把单元格格式设为“百分比”后填1%");
            }
            return normal(ratio);
        }

        private static BigDecimal ratio(RawCell cell) throws Misfit {
            String text = TypedText.code(cell.text());
            if (cell.kind() == RawCell.Kind.TEXT && text.endsWith("%")) {
                String digits = text.substring(0, text.length() - 1);
                return number(new RawCell(cell.kind(), digits, cell.formula(), cell.format(), false), "百分数")
                        .movePointLeft(2);
            }
            int percents = cell.kind() == RawCell.Kind.NUMBER ? cell.format().percents() : 0;
            return number(cell, "百分数").scaleByPowerOfTen(2 * (percents - 1));
        }

        /** Whether a person sees a sign of per cent. */
        private static boolean signed(RawCell cell) {
            return cell.kind() == RawCell.Kind.NUMBER
                    ? cell.format().showsPercent()
                    : TypedText.code(cell.text()).endsWith("%");
        }

        @Override
        String doubt(RawCell cell, BigDecimal ratio) {
            String read = plain(ratio.multiply(HUNDRED)) + "%";
            if (ratio.signum() > 0 && ratio.compareTo(ONE_PERCENT) <= 0) {
                return "填写值读作" + read + "，是否把比率误作百分数填写";
            }
            return cell.kind() == RawCell.Kind.TEXT ? "是以文本保存的数字，已读作" + read : null;
        }

        @Override
        void put(Cell cell, BigDecimal ratio) {
            cell.setCellValue(ratio.multiply(HUNDRED).doubleValue());
        }

        @Override
        String format() {
            return "0.00";
        }

        @Override
        DataValidationConstraint constraint(DataValidationHelper helper) {
            return helper.createDecimalConstraint(OperatorType.BETWEEN, "0", "100");
        }

        @Override
        String expectation() {
            return "请填写0至100之间的数字，如35%填35。";
        }
    }

    private static final class Day extends CellType<LocalDate> {

        private static final int FIRST_PLAIN_SERIAL = 61;
        private static final int LAST_SERIAL = 2_958_465;
        private static final String REMEDY = "请按“年-月-日”录入（如2024-05-01），并把单元格格式设为“日期”";

        @Override
        LocalDate read(RawCell cell) throws Misfit {
            LocalDate day = cell.kind() == RawCell.Kind.NUMBER ? day(Double.parseDouble(cell.text())) : null;
            if (possible(day) && (cell.date() || whole(cell))) {
                return day;
            }
            LocalDate typed = cell.date() ? null : typed(cell);
            if (possible(typed)) {
                return typed;
            }
            if (typed != null || cell.date()) {
                LocalDate beyond = typed == null ? day : typed;
                throw new Misfit("日期超出范围：" + (beyond == null ? cell.shown() : beyond), "请核对年份后重新填写");
            }
            throw new Misfit("应填日期，实际是“" + cell.shown() + "”", REMEDY);
        }

        private static boolean possible(LocalDate day) {
            return day != null && !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
        }

        private static boolean whole(RawCell cell) {
            double serial = Double.parseDouble(cell.text());
            return serial == Math.floor(serial);
        }

        /** As text, or as the number 20240501. */
        private static LocalDate typed(RawCell cell) {
            try {
                return TypedDay.parse(cell.text());
            } catch (DateTimeParseException none) {
                return null;
            }
        }

        @Override
        String doubt(RawCell cell, LocalDate day) {
            // told once for the whole file
            boolean unknown = cell.format() == NumberFormat.UNKNOWN;
            return cell.date() || unknown ? null : "的单元格不是日期格式，“" + cell.shown() + "”已读作" + day;
        }

        /** From March 1900 on, Excel counts days as the calendar does. */
        private static LocalDate day(double serial) {
            if (serial >= FIRST_PLAIN_SERIAL && serial <= LAST_SERIAL) {
                return EXCEL_EPOCH.plusDays((long) serial);
            }
            return DateUtil.isValidExcelDate(serial)
                    ? DateUtil.getLocalDateTime(serial).toLocalDate()
                    : null;
        }

        @Override
        void put(Cell cell, LocalDate value) {
            cell.setCellValue(value);
        }

        @Override
        String format() {
            return "yyyy-mm-dd";
        }

        @Override
        DataValidationConstraint constraint(DataValidationHelper helper) {
            return helper.createDateConstraint(OperatorType.BETWEEN, serial(EARLIEST), serial(LATEST), null);
        }

        private static String serial(LocalDate day) {
            return Long.toString((long) DateUtil.getExcelDate(day));
        }

        @Override
        String expectation() {
            return "请按“年-月-日”录入日期，如2024-05-01。";
        }
    }
}
