package org.smecluster.life;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;
import org.smecluster.life.Script.Plan;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.Patent;
import org.smecluster.material.PatentKind;
import org.smecluster.material.PatentStatus;
import org.smecluster.material.Standard;
import org.smecluster.material.StandardLevel;
import org.smecluster.material.StandardRole;
import org.smecluster.material.StandardWork;
import org.smecluster.material.WorkbookTemplate;

/**
 * Small workbooks, ten enterprises each, whose figures go on from year to year. One is written for each year and shape;
 * every cluster's own has its name, its enterprises and its patents put in their place.
 */
final class PlannedWorkbooks {

    private static final int ENTERPRISES = 10;
    private static final int FIRST_YEAR = 2020;

    /** Valid invention patents at the end of the years from the first on. */
    private static final int[] PATENTS = {20, 21, 22, 23, 24, 26, 27, 28, 30, 31};

    /** Stands where a cluster's number will. */
    private static final String PLACE = "@@@";

    private record Shape(int applicationYear, boolean meets) {}

    private final Map<Shape, Map<String, byte[]>> written = new ConcurrentHashMap<>();

    /**
     * @param applicationYear the figures are those of the three years before
     * @param meets whether all conditions are met; else one is not: no enterprise is on an industrial-internet platform
     */
    byte[] of(Plan plan, int applicationYear, boolean meets) {
        Map<String, byte[]> parts = written.computeIfAbsent(new Shape(applicationYear, meets), PlannedWorkbooks::parts);
        Map<String, String> own = new LinkedHashMap<>();
        own.put(PLACE, "%03d".formatted(plan.number()));
        for (int i = 0; i <= ENTERPRISES; i++) {
            own.put(code(0, i).value(), code(plan.number(), i).value());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        part.getKey().endsWith("sharedStrings.xml") ? replaced(part.getValue(), own) : part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Of an enterprise of the plan, from 0. */
    static CreditCode code(Plan plan, int index) {
        return code(plan.number(), index);
    }

    private static CreditCode code(int cluster, int index) {
        String body = "91640000XX%04d%03d".formatted(cluster, index);
        return new CreditCode(body + CreditCode.checkCharacter(body));
    }

    private static byte[] replaced(byte[] part, Map<String, String> own) {
        String text = new String(part, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> each : own.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(Shape shape) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try {
            WorkbookTemplate.write(workbook(shape), out);
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return parts;
    }

    private static ClusterWorkbook workbook(Shape shape) {
        ReportingYears years = ReportingYears.ofApplicationIn(shape.applicationYear());
        return new ClusterWorkbook(
                years,
                new BasicInformation(
                        "示例" + PLACE + "号产业集群",
                        "特色产业" + PLACE,
                        "示例县",
                        new BigDecimal("60"),
                        "东至黄河，西至包兰铁路",
                        "示例" + PLACE + "号集群运营中心",
                        code(0, ENTERPRISES),
                        1,
                        List.of("示例" + PLACE + "号中试基地"),
                        1,
                        BigDecimal.ONE,
                        "马文示",
                        "0951-0000000",
                        "演示数据"),
                years.all().stream().map(year -> figures(year, shape)).toList(),
                IntStream.range(0, ENTERPRISES)
                        .mapToObj(PlannedWorkbooks::enterprise)
                        .toList(),
                List.of(new Standard(
                        "T/SL " + PLACE + "-" + years.last(),
                        "示例" + PLACE + "号技术规范",
                        StandardLevel.GROUP,
                        StandardWork.DRAWN_UP,
                        code(0, 0),
                        1,
                        LocalDate.of(years.last(), 4, 10),
                        StandardRole.LEADING)),
                patents(years.last()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static YearFigures figures(int year, Shape shape) {
        int past = year - FIRST_YEAR;
        BigDecimal total = grown("40", "1.06", past);
        BigDecimal emitted = new BigDecimal("50").subtract(new BigDecimal(past));
        return YearFigures.nothingFor(year)
                .with(Figure.TOTAL_OUTPUT, total)
                .with(Figure.SME_OUTPUT, grown("30", "1.06", past))
                .with(Figure.LEADING_INDUSTRY_OUTPUT, grown("31", "1.06", past))
                .with(Figure.SME_RD_EXPENSE, grown("0.5", "1.08", past))
                .with(Figure.SME_INVENTION_PATENTS, PATENTS[past])
                .with(Figure.EMPLOYEES, 2000L)
                .with(Figure.SME_EMPLOYEES, 2000L)
                .with(Figure.ENTERPRISES, ENTERPRISES)
                .with(Figure.SMES, ENTERPRISES)
                .with(Figure.ENTERPRISES_ON_PLATFORM, shape.meets() ? 3L : 0L)
                .with(
                        Figure.INDUSTRIAL_SOFTWARE_USAGE,
                        new BigDecimal("0.30").add(new BigDecimal("0.02").multiply(new BigDecimal(past))))
                .with(Figure.CO2_EMISSIONS, emitted)
                .with(Figure.EMISSION_INTENSITY, emitted.divide(total, 4, RoundingMode.HALF_UP))
                .with(Figure.EXPORTS, grown("2", "1.1", past));
    }

    private static BigDecimal grown(String first, String factor, int years) {
        return new BigDecimal(first).multiply(new BigDecimal(factor).pow(years)).setScale(2, RoundingMode.HALF_UP);
    }

    private static Enterprise enterprise(int index) {
        return new Enterprise(
                code(0, index),
                "示例" + PLACE + "号集群第" + (index + 1) + "有限公司",
                EnterpriseSize.SMALL,
                true,
                index > 0
                        ? List.of()
                        : List.of(new HeldTitle(
                                EnterpriseTitle.LITTLE_GIANT, LocalDate.of(2020, 7, 1), LocalDate.of(2032, 6, 30))));
    }

    private static List<Patent> patents(int lastYear) {
        List<Patent> patents = new ArrayList<>();
        for (int i = 0; i < PATENTS[lastYear - FIRST_YEAR]; i++) {
            int granted = FIRST_YEAR;
            while (PATENTS[granted - FIRST_YEAR] <= i) {
                granted++;
            }
            patents.add(new Patent(
                    "一种示例装置" + (i + 1),
                    PatentKind.INVENTION_PATENT,
                    "SL-" + PLACE + "-" + (i + 1),
                    code(0, i % ENTERPRISES),
                    LocalDate.of(granted, 1 + i % 12, 10),
                    null,
                    PatentStatus.IN_FORCE));
        }
        return patents;
    }
}
