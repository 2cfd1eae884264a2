package org.smecluster.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Figures for the tests of this package: an application in 2026, so 2023, 2024 and 2025. */
final class FiguresOf {

    static final ReportingYears YEARS = ReportingYears.ofApplicationIn(2026);
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);

    private FiguresOf() {}

    /** An empty text is not supplied. */
    static ClusterFigures threeYears(Figure figure, String first, String middle, String last) {
        return years(List.of(
                YearFigures.nothingFor(YEARS.first()).with(figure, number(first)),
                YearFigures.nothingFor(YEARS.middle()).with(figure, number(middle)),
                YearFigures.nothingFor(YEARS.last()).with(figure, number(last))));
    }

    /** Two figures of the latest year alone. */
    static ClusterFigures latest(Figure one, String value, Figure other, String otherValue) {
        return years(List.of(
                YearFigures.nothingFor(YEARS.last()).with(one, number(value)).with(other, number(otherValue))));
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
}
