package org.smecluster.material;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the workbook looks. Each style is made once. */
final class WorkbookStyles {

    private static final String FONT = "微软雅黑";
    private static final String BLUE = "1F4E79";
    private static final String RED = "8C1D18";
    private static final String GREY = "F2F4F7";
    private static final String YELLOW = "FFFBE6";
    private static final String LINE = "BFC7D1";
    private static final String FAINT = "5F6B7A";

    private final XSSFWorkbook workbook;
    private final Map<String, CellStyle> made = new HashMap<>();

    WorkbookStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    CellStyle title() {
        return make("title", style -> {
            style.setFont(font(16, true, BLUE));
            style.setAlignment(HorizontalAlignment.CENTER);
        });
    }

    CellStyle listTitle() {
        return make("listTitle", style -> style.setFont(font(12, true, BLUE)));
    }

    CellStyle plainNote() {
        return make("plainNote", style -> {
            style.setFont(font(9, false, FAINT));
            style.setAlignment(HorizontalAlignment.CENTER);
        });
    }

    CellStyle plainLine() {
        return make("plainLine", style -> style.setFont(font(10, false, "000000")));
    }

    CellStyle head() {
        return make("head", style -> head(style, BLUE));
    }

    CellStyle requiredHead() {
        return make("requiredHead", style -> head(style, RED));
    }

    private void head(XSSFCellStyle style, String colour) {
        style.setFont(font(10, true, "FFFFFF"));
        fill(style, colour);
        bordered(style);
        style.setWrapText(true);
        style.setAlignment(HorizontalAlignment.CENTER);
    }

    CellStyle label() {
        return make("label", style -> label(style, "000000"));
    }

    CellStyle requiredLabel() {
        return make("requiredLabel", style -> label(style, RED));
    }

    private void label(XSSFCellStyle style, String colour) {
        style.setFont(font(10, !"000000".equals(colour), colour));
        fill(style, GREY);
        bordered(style);
        style.setWrapText(true);
    }

    CellStyle note() {
        return make("note", style -> {
            style.setFont(font(9, false, FAINT));
            fill(style, GREY);
            bordered(style);
            style.setWrapText(true);
        });
    }

    CellStyle columnNote() {
        return make("columnNote", style -> {
            style.setFont(font(9, false, FAINT));
            fill(style, GREY);
            bordered(style);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        });
    }

    CellStyle content() {
        return make("content", style -> {
            style.setFont(font(10, false, "000000"));
            bordered(style);
            style.setWrapText(true);
        });
    }

    CellStyle link() {
        return make("link", style -> {
            label(style, "000000");
            XSSFFont font = font(10, false, BLUE);
            font.setUnderline(XSSFFont.U_SINGLE);
            style.setFont(font);
        });
    }

    /** An input cell of a fixed form, numbers to the left where they stand among words. */
    CellStyle formInput(String format, boolean left) {
        return make("form " + left + format, style -> {
            if (left) {
                style.setAlignment(HorizontalAlignment.LEFT);
            }
            style.setFont(font(10, false, "000000"));
            fill(style, YELLOW);
            bordered(style);
            style.setWrapText(true);
            style.setLocked(false);
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
        });
    }

    /** An input cell of a list. */
    CellStyle input(String format) {
        return make("list " + format, style -> {
            style.setFont(font(10, false, "000000"));
            style.setLocked(false);
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
        });
    }

    private CellStyle make(String name, Consumer<XSSFCellStyle> how) {
        return made.computeIfAbsent(name, ignored -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            how.accept(style);
            return style;
        });
    }

    private XSSFFont font(int points, boolean bold, String colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(colour(colour));
        return font;
    }

    private static void fill(XSSFCellStyle style, String colour) {
        style.setFillForegroundColor(colour(colour));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static void bordered(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(colour(LINE));
        style.setBottomBorderColor(colour(LINE));
        style.setLeftBorderColor(colour(LINE));
        style.setRightBorderColor(colour(LINE));
    }

    private static XSSFColor colour(String hex) {
        byte[] rgb = new byte[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return new XSSFColor(rgb, null);
    }
}
