package org.smecluster.material;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.TitleLevel;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;

/**
 * A filled workbook of any size, the same each time, with texts in the shared table as Excel writes them. It is written
 * in a JVM of its own: POI's table of texts needs more memory than the reading is allowed.
 */
final class BigWorkbook {

    static final int YEAR = 2026;
    static final LocalDate AS_OF = LocalDate.of(2026, 3, 16);

    private BigWorkbook() {}

    /** Arguments: the file, the number of enterprises, the number of patents. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    static void write(Path file, int enterprises, int patents) throws IOException {
        Path template = Files.createTempFile("template", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(template)) {
                WorkbookTemplate.write(emptyLists(enterprises, patents), out);
            }
            try (XSSFWorkbook base = new XSSFWorkbook(Files.newInputStream(template));
                    SXSSFWorkbook workbook = new SXSSFWorkbook(base, 100, true, true);
                    OutputStream out = Files.newOutputStream(file)) {
                List<CellStyle> styles = List.of(style(base, "@"), style(base, "yyyy-mm-dd"), style(base, "#,##0"));
                fill(
                        workbook.getSheet(Layout.ENTERPRISE_LIST.name()),
                        Layout.ENTERPRISE_LIST,
                        enterprises,
                        styles,
                        BigWorkbook::enterprise);
                fill(
                        workbook.getSheet(Layout.PATENT_LIST.name()),
                        Layout.PATENT_LIST,
                        patents,
                        styles,
                        number -> patent(number, enterprises));
                workbook.write(out);
            }
        } finally {
            Files.delete(template);
        }
    }

    private static CellStyle style(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static <R> void fill(
            Sheet sheet,
            ListSheet<R> list,
            int rows,
            List<CellStyle> styles,
            java.util.function.IntFunction<R> record) {
        for (int i = 0; i < rows; i++) {
            Row row = sheet.createRow(Layout.FIRST_ROW - 1 + i);
            R each = record.apply(i);
            for (int c = 0; c < list.columns().size(); c++) {
                put(row, c, list.columns().get(c), each, styles);
            }
        }
    }

    private static <R, T> void put(
            Row row, int index, ListSheet.Column<R, T> column, R record, List<CellStyle> styles) {
        T value = column.of().apply(record);
        if (value != null) {
            Cell cell = row.createCell(index);
            cell.setCellStyle(styles.get(value instanceof LocalDate ? 1 : value instanceof Long ? 2 : 0));
            column.field().type().put(cell, value);
        }
    }

    /** The figures that the lists will prove. */
    private static ClusterWorkbook emptyLists(int enterprises, int patents) {
        ClusterWorkbook sample = SampleClusters.of(YEAR).stream()
                .map(SampleCluster::workbook)
                .findFirst()
                .orElseThrow();
        List<YearFigures> years = new ArrayList<>();
        for (YearFigures year : sample.years()) {
            years.add(YearFigures.nothingFor(year.year())
                    .with(Figure.TOTAL_OUTPUT, new BigDecimal("1900"))
                    .with(Figure.SME_OUTPUT, new BigDecimal("1700"))
                    .with(Figure.LEADING_INDUSTRY_OUTPUT, new BigDecimal("1500"))
                    .with(Figure.SME_RD_EXPENSE, new BigDecimal("80"))
                    .with(Figure.SME_INVENTION_PATENTS, (long) patents - (2025 - year.year()) * 100L)
                    .with(Figure.EMPLOYEES, 400_000L)
                    .with(Figure.SME_EMPLOYEES, 300_000L)
                    .with(Figure.ENTERPRISES, enterprises)
                    .with(Figure.SMES, enterprises)
                    .with(Figure.ENTERPRISES_ON_PLATFORM, (long) enterprises / 2)
                    .with(Figure.INDUSTRIAL_SOFTWARE_USAGE, year.get(Figure.INDUSTRIAL_SOFTWARE_USAGE))
                    .with(Figure.CO2_EMISSIONS, new BigDecimal("760"))
                    .with(Figure.EMISSION_INTENSITY, new BigDecimal("0.4"))
                    .with(Figure.EXPORTS, new BigDecimal("120")));
        }
        BasicInformation b = sample.basics();
        return new ClusterWorkbook(
                sample.reportingYears(),
                new BasicInformation(
                        b.clusterName(),
                        b.leadingIndustry(),
                        b.counties(),
                        b.areaSquareKm(),
                        b.boundaries(),
                        b.operator(),
                        b.operatorCode(),
                        b.innovationPlatformCount(),
                        b.innovationPlatforms(),
                        0,
                        b.policyCoverageRate(),
                        b.contactName(),
                        b.contactPhone(),
                        b.introduction()),
                years,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                sample.servicePlatforms(),
                sample.serviceItems(),
                sample.certificates());
    }

    private static Enterprise enterprise(int number) {
        List<HeldTitle> titles = new ArrayList<>();
        for (EnterpriseTitle title : EnterpriseTitle.values()) {
            if ((number + title.ordinal() * 7) % 11 == 0) {
                titles.add(new HeldTitle(
                        title,
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        TitleLevel.REGIONAL,
                        "第" + number % 5 + "批"));
            }
        }
        return new Enterprise(
                code(number),
                "宁夏" + WORDS[number % WORDS.length] + WORDS[number / 7 % WORDS.length] + "新材料科技第" + number + "有限公司",
                EnterpriseSize.values()[1 + number % 3],
                number % 3 != 0,
                titles);
    }

    private static Patent patent(int number, int enterprises) {
        return new Patent(
                "一种" + WORDS[number % WORDS.length] + "用" + WORDS[number / 11 % WORDS.length] + "装置及其第" + number
                        + "号制备方法",
                PatentKind.values()[0],
                "ZL2020%08d.%d".formatted(number, number % 10),
                code(number % enterprises),
                LocalDate.of(2015, 1, 1).plusDays(number % 3600),
                number % 5 == 0 ? LocalDate.of(2040, 1, 1).plusDays(number % 3000) : null,
                PatentStatus.IN_FORCE);
    }

    private static final String[] WORDS = {"煤基", "氰胺", "碳基", "镁合金", "钽铌", "枸杞", "轴承", "铸造", "光伏", "氟化", "硅锰", "羊绒", "仪表"
    };

    private static CreditCode code(int number) {
        String body = "91640221MA%07d".formatted(number);
        return new CreditCode(body + CreditCode.checkCharacter(body + "0"));
    }
}
