package org.smecluster.indicator;

import static org.smecluster.support.Altered.but;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Figures for the tests of this package: an application in 2026, so 2023, 2024 and 2025. */
final class FiguresOf {

    static final ReportingYears YEARS = ReportingYears.ofApplicationIn(2026);
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);

    private FiguresOf() {}

    /** One figure of a year, from a text; an empty text is not supplied. */
    interface Column {
        YearFigures year(int year, String value);
    }

    static final Column TOTAL_OUTPUT = (year, v) -> of(year, "totalOutput", number(v));
    static final Column LEADING_OUTPUT = (year, v) -> of(year, "leadingIndustryOutput", number(v));
    static final Column RD_EXPENSE = (year, v) -> of(year, "smeRdExpense", number(v));
    static final Column PATENTS = (year, v) -> of(year, "smeInventionPatents", count(v));
    static final Column SOFTWARE = (year, v) -> of(year, "industrialSoftwareUsage", number(v));
    static final Column CO2 = (year, v) -> of(year, "co2Emissions", number(v));
    static final Column INTENSITY = (year, v) -> of(year, "emissionIntensity", number(v));
    static final Column EXPORTS = (year, v) -> of(year, "exports", number(v));

    private static YearFigures of(int year, Object... figures) {
        return but(YearFigures.nothingFor(year), figures);
    }

    static ClusterFigures threeYears(Column column, String first, String middle, String last) {
        return years(List.of(
                column.year(YEARS.first(), first),
                column.year(YEARS.middle(), middle),
                column.year(YEARS.last(), last)));
    }

    /** Only the latest year: outputs. */
    static ClusterFigures outputs(String total, String sme, String leading) {
        return years(List.of(of(
                YEARS.last(),
                "totalOutput",
                number(total),
                "smeOutput",
                number(sme),
                "leadingIndustryOutput",
                number(leading))));
    }

    /** Only the latest year: heads and enterprises. */
    static ClusterFigures counts(String patents, String employees, String enterprises, String onPlatform) {
        return years(List.of(of(
                YEARS.last(),
                "smeInventionPatents",
                count(patents),
                "employees",
                count(employees),
                "enterprises",
                count(enterprises),
                "enterprisesOnPlatform",
                count(onPlatform))));
    }

    static ClusterFigures enterprises(Enterprise... enterprises) {
        return new ClusterFigures(null, null, null, null, List.of(), List.of(enterprises));
    }

    /** An enterprise told apart by its serial number, its titles valid from 2024 to 2027. */
    static Enterprise enterprise(int serial, boolean leadingIndustry, EnterpriseTitle... titles) {
        return titled(serial, leadingIndustry, LocalDate.of(2024, 1, 1), LocalDate.of(2027, 1, 1), titles);
    }

    static Enterprise titled(
            int serial, boolean leadingIndustry, LocalDate from, LocalDate until, EnterpriseTitle... titles) {
        String digits = "91640221" + String.format("%09d", serial);
        List<Enterprise.HeldTitle> held = new ArrayList<>();
        for (EnterpriseTitle title : titles) {
            held.add(new Enterprise.HeldTitle(title, from, until));
        }
        return new Enterprise(
                new CreditCode(digits + CreditCode.checkCharacter(digits)),
                "企业" + serial,
                EnterpriseSize.SMALL,
                leadingIndustry,
                held);
    }

    private static ClusterFigures years(List<YearFigures> years) {
        return new ClusterFigures(null, null, null, null, years, List.of());
    }

    static BigDecimal number(String text) {
        return text == null || text.isEmpty() ? null : new BigDecimal(text);
    }

    private static Long count(String text) {
        return text == null || text.isEmpty() ? null : Long.valueOf(text);
    }
}
