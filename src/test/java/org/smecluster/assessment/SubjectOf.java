package org.smecluster.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;

/**
 * A cluster that meets every requirement of 第十一条, applied for in 2026, from which a test departs in what it is about.
 */
public final class SubjectOf {

    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);

    BigDecimal area = new BigDecimal("60");
    Integer platforms = 3;
    Integer standards = 4;
    BigDecimal policyCoverage = BigDecimal.ONE;
    public String[] totalOutput = {"25", "30", "35"};
    public String[] smeOutput = {"17", "20", "24.5"};
    String[] leadingOutput = {"20", "22", "28"};
    String[] rdExpense = {"0.50", "0.55", "0.60"};
    String[] patents = {"60", "66", "72"};
    long employees = 12_000;
    String smeEmployees = "9000";
    long enterprises = 100;
    long onPlatform = 20;
    String[] software = {"0.40", "0.45", "0.50"};
    String[] co2 = {"90", "88", "86"};
    String[] intensity = {"0.36", "0.30", "0.25"};
    String[] exports = {"1.0", "1.2", "1.5"};
    int littleGiants = 1;
    int innovativeSmes = 5;
    boolean enterpriseList = true;
    final Map<String, Boolean> declared = new LinkedHashMap<>();
    public List<Incident> incidents = List.of();

    public SubjectOf() {
        Declarations.codes().forEach(code -> declared.put(code, true));
    }

    static Subject nothing() {
        ClusterFigures nothing = new ClusterFigures(null, null, null, null, List.of(), List.of());
        return new Subject(ReportingYears.ofApplicationIn(2026), AS_OF, nothing, Declarations.none(), List.of());
    }

    public Subject subject() {
        ReportingYears years = ReportingYears.ofApplicationIn(2026);
        List<YearFigures> figures = IntStream.range(0, 3)
                .mapToObj(i -> YearFigures.nothingFor(years.first() + i)
                        .with(Figure.TOTAL_OUTPUT, number(totalOutput[i]))
                        .with(Figure.SME_OUTPUT, number(smeOutput[i]))
                        .with(Figure.LEADING_INDUSTRY_OUTPUT, number(leadingOutput[i]))
                        .with(Figure.SME_RD_EXPENSE, number(rdExpense[i]))
                        .with(Figure.SME_INVENTION_PATENTS, number(patents[i]))
                        .with(Figure.EMPLOYEES, employees)
                        .with(Figure.SME_EMPLOYEES, number(smeEmployees))
                        .with(Figure.ENTERPRISES, enterprises)
                        .with(Figure.ENTERPRISES_ON_PLATFORM, onPlatform)
                        .with(Figure.INDUSTRIAL_SOFTWARE_USAGE, number(software[i]))
                        .with(Figure.CO2_EMISSIONS, number(co2[i]))
                        .with(Figure.EMISSION_INTENSITY, number(intensity[i]))
                        .with(Figure.EXPORTS, number(exports[i])))
                .toList();
        ClusterFigures cluster = new ClusterFigures(area, platforms, standards, policyCoverage, figures, list());
        Declarations declarations = new Declarations(declared.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Declaration(e.getValue(), null))));
        return new Subject(years, AS_OF, cluster, declarations, incidents);
    }

    private List<Enterprise> list() {
        if (!enterpriseList) {
            return List.of();
        }
        return IntStream.range(0, 10)
                .mapToObj(i -> enterprise(i, i < littleGiants, i < innovativeSmes))
                .toList();
    }

    private static Enterprise enterprise(int serial, boolean littleGiant, boolean innovative) {
        String digits = "91640221" + String.format("%09d", serial);
        List<HeldTitle> titles = new ArrayList<>();
        if (littleGiant) {
            titles.add(new HeldTitle(EnterpriseTitle.LITTLE_GIANT, null, null));
        }
        if (innovative) {
            titles.add(new HeldTitle(EnterpriseTitle.INNOVATIVE_SME, null, null));
        }
        return new Enterprise(
                new CreditCode(digits + CreditCode.checkCharacter(digits)),
                "企业" + serial,
                EnterpriseSize.SMALL,
                true,
                titles);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
