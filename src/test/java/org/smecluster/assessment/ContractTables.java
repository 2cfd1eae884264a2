package org.smecluster.assessment;

import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.smecluster.law.Article;

/**
 * The decisions as the contract states them, written out by hand and never read from the models: what a table must
 * answer at, just below and just above every threshold, and where nothing is known.
 */
final class ContractTables {

    /** A value passed to a decision as missing from the request, where {@code null} is passed as null. */
    static final Object ABSENT = new Object() {
        @Override
        public String toString() {
            return "absent";
        }
    };

    /** The eight tables of 第十一条 in the order of its items. */
    static final List<String> CONDITION_TABLES = List.of(
            "coreCompetitiveness",
            "gradientCultivation",
            "chainCollaboration",
            "collaborativeInnovation",
            "digitalTransformation",
            "greenDevelopment",
            "openCooperation",
            "governanceService");

    /** The yearly figures that the table of limits names. */
    static final List<String> FIGURES = List.of(
            "totalOutput",
            "smeOutput",
            "leadingIndustryOutput",
            "smeRdExpense",
            "smeInventionPatents",
            "employees",
            "smeEmployees",
            "enterprises",
            "smes",
            "enterprisesOnPlatform",
            "industrialSoftwareUsage",
            "co2Emissions",
            "emissionIntensity",
            "exports");

    /** Item of 第十一条, code, type, met when, a miss is. */
    private static final String SINGLE_INPUT = """
            1 | areaSquareKm                    | double  | <= 100  | NEEDS_EXPLANATION
            1 | minAnnualOutput                 | double  | >= 20   | NOT_MET
            1 | smeOutputShare                  | double  | >= 0.60 | NOT_MET
            1 | leadingIndustryOutputShare      | double  | >= 0.60 | NOT_MET
            1 | leadingIndustryGrowth           | double  | >= 0.05 | NEEDS_EXPLANATION
            1 | pillarIndustry                  | boolean | true    | NOT_MET
            1 | conformsToIndustrialPolicy      | boolean | true    | NOT_MET
            3 | chainLayoutRational             | boolean | true    | NOT_MET
            3 | supplyChainCollaboration        | boolean | true    | NOT_MET
            3 | resourceSharing                 | boolean | true    | NOT_MET
            3 | keyLinkSupporting               | boolean | true    | NOT_MET
            4 | smeRdGrowth                     | double  | > 0.05  | NOT_MET
            4 | inventionPatentGrowth           | double  | >= 0.03 | NOT_MET
            4 | inventionPatentsPer10kEmployees | double  | >= 5    | NOT_MET
            4 | innovationPlatformCount         | integer | >= 1    | NEEDS_EXPLANATION
            4 | standardCount                   | integer | >= 1    | NEEDS_EXPLANATION
            5 | industrialInternetPenetration   | double  | >= 0.10 | NOT_MET
            5 | industrialSoftwareUsageRising   | boolean | true    | NOT_MET
            5 | digitalNewModels                | boolean | true    | NOT_MET
            5 | industrialInternetSecurity      | boolean | true    | NOT_MET
            6 | co2EmissionFalling              | boolean | true    | NOT_MET
            6 | emissionIntensityFalling        | boolean | true    | NOT_MET
            6 | pollutantsCompliant             | boolean | true    | NOT_MET
            6 | greenServiceMechanism           | boolean | true    | NOT_MET
            7 | internationalCooperation        | boolean | true    | NOT_MET
            7 | exportGrowing                   | boolean | true    | NEEDS_EXPLANATION
            8 | operatorEstablished             | boolean | true    | NOT_MET
            8 | publicServiceSystem             | boolean | true    | NOT_MET
            8 | policyCoverageRate              | double  | >= 1    | NOT_MET
            """;

    /** Numbers and formulas that the Measures do not state: none refuses by itself. */
    static final Set<String> REFERENCES = Set.of("innovationPlatformCount", "standardCount", "exportGrowing");

    /** Whose people an indicator counts. */
    static final Map<String, String> READINGS = Map.of("inventionPatentsPer10kEmployees", "ALL_ENTERPRISES");

    /** championOrLittleGiantCount down, qualitySmeCount across. */
    private static final String QUALITY_ENTERPRISES = """
                 | null    | 0       | 4       | 5   | 6
            null | MISSING | MISSING | MISSING | MET | MET
            0    | MISSING | NOT_MET | NOT_MET | MET | MET
            1    | MET     | MET     | MET     | MET | MET
            2    | MET     | MET     | MET     | MET | MET
            """;

    /** High-energy (high-water) industry down, better than the benchmark (average) across. */
    private static final String EFFICIENCY = """
                  | null    | true | false
            null  | MISSING | MET  | MISSING
            true  | MISSING | MET  | NOT_MET
            false | MET     | MET  | MET
            """;

    /** Within three years: type down, level across. */
    private static final String VETO = """
                               | null | GENERAL | LARGE | MAJOR | EXTRAORDINARY
            SAFETY             | null | false   | true  | true  | true
            QUALITY            | null | false   | true  | true  | true
            POLLUTION          | null | false   | true  | true  | true
            CYBERSECURITY      | null | false   | false | true  | true
            DATA_SECURITY      | null | false   | false | true  | true
            TAX_EVASION        | true | true    | true  | true  | true
            SERIOUS_DISHONESTY | true | true    | true  | true  | true
            OTHER_MAJOR        | true | true    | true  | true  | true
            ILLEGALITY         | null | null    | null  | null  | null
            null               | null | null    | null  | null  | null
            """;

    /** A county department: cross-county down, largest output share across. */
    private static final String COUNTY = """
                  | null | true | false
            null  | null | true | null
            true  | null | true | false
            false | true | true | true
            """;

    /** A park committee or operating body: cross-county down, designated by the city across. */
    private static final String PARK_OR_BODY = """
                  | null | true | false
            null  | null | true | null
            true  | true | true | true
            false | null | true | false
            """;

    static final String NATIONAL_CRITERIA = "nationalRecommendationCriteria";

    /** Code, the inputs that are not null, outcome. */
    private static final String NATIONAL = """
            vetoed                          | vetoed=false                                    | MET
            vetoed                          | vetoed=true                                     | NOT_MET
            vetoed                          |                                                 | NEEDS_EXPLANATION
            vetoed                          | vetoed=false,illegality=false                   | MET
            vetoed                          | vetoed=false,illegality=true                    | NOT_MET
            vetoed                          | vetoed=true,illegality=true                     | NOT_MET
            vetoed                          | illegality=true                                 | NOT_MET
            vetoed                          | illegality=false                                | NEEDS_EXPLANATION
            pillarIndustry                  | pillarIndustry=true                             | MET
            pillarIndustry                  | pillarIndustry=false                            | NOT_MET
            pillarIndustry                  |                                                 | MISSING
            conformsToIndustrialPolicy      | conformsToIndustrialPolicy=true                 | NEEDS_EXPLANATION
            conformsToIndustrialPolicy      | conformsToIndustrialPolicy=false                | NOT_MET
            conformsToIndustrialPolicy      |                                                 | MISSING
            nationalStanding                |                                                 | NEEDS_EXPLANATION
            areaSquareKm                    | areaSquareKm=99.999                             | MET
            areaSquareKm                    | areaSquareKm=100.0                              | MET
            areaSquareKm                    | areaSquareKm=100.001                            | NEEDS_EXPLANATION
            areaSquareKm                    |                                                 | MISSING
            minAnnualOutput                 | minAnnualOutput=39.999                          | NOT_MET
            minAnnualOutput                 | minAnnualOutput=40.0                            | MET
            minAnnualOutput                 | minAnnualOutput=40.001                          | MET
            minAnnualOutput                 |                                                 | MISSING
            smeOutputShare                  | smeOutputShare=0.699999                         | NOT_MET
            smeOutputShare                  | smeOutputShare=0.70                             | MET
            smeOutputShare                  | smeOutputShare=0.700001                         | MET
            smeOutputShare                  |                                                 | MISSING
            leadingIndustryOutputShare      | leadingIndustryOutputShare=0.699999             | NOT_MET
            leadingIndustryOutputShare      | leadingIndustryOutputShare=0.70                 | NOT_MET
            leadingIndustryOutputShare      | leadingIndustryOutputShare=0.700001             | MET
            leadingIndustryOutputShare      |                                                 | MISSING
            leadingIndustryGrowth           | leadingIndustryGrowth=0.099999                  | NOT_MET
            leadingIndustryGrowth           | leadingIndustryGrowth=0.10                      | NOT_MET
            leadingIndustryGrowth           | leadingIndustryGrowth=0.100001                  | MET
            leadingIndustryGrowth           |                                                 | MISSING
            qualityEnterprises              | championOrLittleGiantCount=1                    | MET
            qualityEnterprises              | championOrLittleGiantCount=2,qualitySmeCount=0  | MET
            qualityEnterprises              | championOrLittleGiantCount=0,qualitySmeCount=9  | NOT_MET
            qualityEnterprises              | championOrLittleGiantCount=0,qualitySmeCount=10 | MET
            qualityEnterprises              | qualitySmeCount=10                              | MET
            qualityEnterprises              | championOrLittleGiantCount=0                    | MISSING
            qualityEnterprises              | qualitySmeCount=9                               | MISSING
            qualityEnterprises              |                                                 | MISSING
            chainCollaboration              |                                                 | NEEDS_EXPLANATION
            smeRdGrowth                     | smeRdGrowth=0.5                                 | NEEDS_EXPLANATION
            smeRdGrowth                     | smeRdGrowth=-0.5                                | NEEDS_EXPLANATION
            smeRdGrowth                     |                                                 | MISSING
            inventionPatentGrowth           | inventionPatentGrowth=0.0                       | NEEDS_EXPLANATION
            inventionPatentGrowth           |                                                 | MISSING
            inventionPatentsPer10kEmployees | inventionPatentsPer10kEmployees=80.0            | NEEDS_EXPLANATION
            inventionPatentsPer10kEmployees |                                                 | MISSING
            industrialInternetPenetration   | industrialInternetPenetration=0.3               | NEEDS_EXPLANATION
            industrialInternetPenetration   |                                                 | MISSING
            digitalTransformation           |                                                 | NEEDS_EXPLANATION
            greenDevelopment                |                                                 | NEEDS_EXPLANATION
            openCooperation                 |                                                 | NEEDS_EXPLANATION
            governanceService               |                                                 | NEEDS_EXPLANATION
            """;

    private static final BigDecimal SMALLEST_STEP = new BigDecimal("0.000000000001");
    private static final List<Boolean> KNOWN_OR_NOT = Arrays.asList(null, true, false);

    /** One finding that a condition table must return for these inputs; inputs that are not named are null. */
    record ExpectedFinding(String decision, int item, String code, Map<String, Object> inputs, String outcome) {
        String article() {
            return Article.of(11, item).toString();
        }

        @Override
        public String toString() {
            return article() + " " + inputs + " → " + outcome;
        }
    }

    /** One row that a decision must return: {@code answer} is what its first output holds. */
    record ExpectedAnswer(Map<String, Object> inputs, Object answer) {
        @Override
        public String toString() {
            return inputs + " → " + answer;
        }
    }

    private record Condition(int item, String code, String type, String metWhen, String miss) {}

    private ContractTables() {}

    static List<ExpectedFinding> findings() {
        List<ExpectedFinding> all = new ArrayList<>();
        for (Condition condition : conditions()) {
            for (Object value : valuesAround(condition)) {
                all.add(finding(
                        condition.item, condition.code, inputs(condition.code, value), outcome(condition, value)));
            }
        }
        matrix(QUALITY_ENTERPRISES)
                .forEach((cell, outcome) -> all.add(finding(
                        2,
                        "qualityEnterprises",
                        inputs(
                                "championOrLittleGiantCount",
                                integer(cell.row),
                                "qualitySmeCount",
                                integer(cell.column)),
                        outcome)));
        matrix(EFFICIENCY).forEach((cell, outcome) -> {
            all.add(finding(
                    6,
                    "energyEfficiency",
                    inputs("highEnergyIndustry", bool(cell.row), "energyEfficiencyAboveBenchmark", bool(cell.column)),
                    outcome));
            all.add(finding(
                    6,
                    "waterEfficiency",
                    inputs("highWaterIndustry", bool(cell.row), "waterEfficiencyAboveAverage", bool(cell.column)),
                    outcome));
        });
        return all;
    }

    /** Every input of one condition table with values on all sides of its threshold, the awkward ones among them. */
    static Map<String, List<Object>> valuesByInput(String decision) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        for (ExpectedFinding finding : findings()) {
            if (finding.decision.equals(decision)) {
                finding.inputs.forEach(
                        (name, value) -> values.computeIfAbsent(name, n -> new ArrayList<>(List.of(ABSENT)))
                                .add(value));
            }
        }
        values.replaceAll((name, seen) -> new ArrayList<>(new LinkedHashSet<>(seen)));
        return values;
    }

    /** The codes of one condition table. */
    static Set<String> codes(String decision) {
        Set<String> codes = new LinkedHashSet<>();
        findings().stream().filter(f -> f.decision.equals(decision)).forEach(f -> codes.add(f.code));
        return codes;
    }

    /** Inputs for which every finding is MET. */
    static Map<String, Object> allMet() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        findings().stream()
                .filter(f -> f.outcome.equals("MET"))
                .filter(f -> f.inputs.values().stream().noneMatch(Objects::isNull))
                .forEach(f -> f.inputs.forEach(inputs::putIfAbsent));
        return inputs;
    }

    static List<ExpectedAnswer> vetoes() {
        List<ExpectedAnswer> all = new ArrayList<>();
        matrix(VETO).forEach((cell, answer) -> {
            Boolean within = bool(answer);
            for (Boolean withinThreeYears : KNOWN_OR_NOT) {
                Boolean vetoed = withinThreeYears == null
                        ? (Boolean.FALSE.equals(within) ? false : null)
                        : (Boolean) (withinThreeYears ? within : Boolean.FALSE);
                all.add(new ExpectedAnswer(
                        inputs(
                                "incidentType",
                                string(cell.row),
                                "incidentLevel",
                                string(cell.column),
                                "withinThreeYears",
                                withinThreeYears),
                        vetoed));
            }
        });
        return all;
    }

    static List<ExpectedAnswer> eligibilities() {
        List<ExpectedAnswer> all = new ArrayList<>();
        for (Boolean irrelevant : KNOWN_OR_NOT) {
            matrix(COUNTY)
                    .forEach((cell, answer) -> all.add(applicant(
                            "COUNTY_DEPARTMENT", bool(cell.row), bool(cell.column), irrelevant, bool(answer))));
            for (String type : List.of("PARK_COMMITTEE", "OPERATING_BODY")) {
                matrix(PARK_OR_BODY)
                        .forEach((cell, answer) ->
                                all.add(applicant(type, bool(cell.row), irrelevant, bool(cell.column), bool(answer))));
            }
            for (Boolean crossCounty : KNOWN_OR_NOT) {
                for (Boolean largest : KNOWN_OR_NOT) {
                    all.add(applicant(null, crossCounty, largest, irrelevant, null));
                }
            }
        }
        return all;
    }

    /** Answers are lists of {@code GROUND 第十七条(n)}. */
    static List<ExpectedAnswer> revocations() {
        List<ExpectedAnswer> all = new ArrayList<>();
        for (String overall : Arrays.asList(null, "MET", "NOT_MET", "NEEDS_EXPLANATION", "MISSING")) {
            for (Boolean falseApplication : KNOWN_OR_NOT) {
                for (Boolean overdue : KNOWN_OR_NOT) {
                    for (Boolean refused : KNOWN_OR_NOT) {
                        for (Boolean unfiled : KNOWN_OR_NOT) {
                            for (Boolean vetoed : KNOWN_OR_NOT) {
                                List<String> grounds = Stream.of(
                                                "NOT_MET".equals(overall) ? "STANDARDS_NOT_MET 第十七条(一)" : "",
                                                is(falseApplication) ? "FALSE_APPLICATION 第十七条(二)" : "",
                                                is(overdue) || is(refused) ? "REPORTING_FAILED 第十七条(三)" : "",
                                                is(unfiled) ? "CHANGE_UNFILED 第十七条(四)" : "",
                                                is(vetoed) ? "MAJOR_INCIDENT 第十七条(五)" : "")
                                        .filter(ground -> !ground.isEmpty())
                                        .collect(toList());
                                all.add(new ExpectedAnswer(
                                        inputs(
                                                "overall",
                                                overall,
                                                "falseApplicationFound",
                                                falseApplication,
                                                "reportOverdue",
                                                overdue,
                                                "supervisionRefused",
                                                refused,
                                                "changeUnfiled",
                                                unfiled,
                                                "vetoed",
                                                vetoed),
                                        grounds));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    /** One row that the table of the national criteria must return for these inputs. */
    record ExpectedCriterion(String code, Map<String, Object> inputs, String outcome) {}

    static List<ExpectedCriterion> nationalCriteria() {
        return NATIONAL.lines()
                .map(line -> line.split("\\|"))
                .map(row -> new ExpectedCriterion(row[0].strip(), given(row[1].strip()), row[2].strip()))
                .toList();
    }

    private static Map<String, Object> given(String text) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] parts = one.split("=");
            inputs.put(
                    parts[0],
                    parts[1].matches("true|false")
                            ? Boolean.valueOf(parts[1])
                            : parts[1].contains(".") ? (Object) Double.valueOf(parts[1]) : Integer.valueOf(parts[1]));
        }
        return inputs;
    }

    static Map<String, Object> inputs(Object... namesAndValues) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            inputs.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(inputs);
    }

    private static boolean is(Boolean fact) {
        return Boolean.TRUE.equals(fact);
    }

    private static ExpectedAnswer applicant(
            String type, Boolean crossCounty, Boolean largest, Boolean designated, Boolean eligible) {
        return new ExpectedAnswer(
                inputs(
                        "applicantType",
                        type,
                        "crossCounty",
                        crossCounty,
                        "largestOutputShare",
                        largest,
                        "designatedByCity",
                        designated),
                eligible);
    }

    private static ExpectedFinding finding(int item, String code, Map<String, Object> inputs, String outcome) {
        return new ExpectedFinding(CONDITION_TABLES.get(item - 1), item, code, inputs, outcome);
    }

    private static List<Condition> conditions() {
        return SINGLE_INPUT
                .lines()
                .map(line -> line.split("\\|"))
                .map(c -> new Condition(
                        Integer.parseInt(c[0].strip()), c[1].strip(), c[2].strip(), c[3].strip(), c[4].strip()))
                .toList();
    }

    private static List<Object> valuesAround(Condition condition) {
        if (condition.type.equals("boolean")) {
            return Arrays.asList(true, false, null);
        }
        BigDecimal threshold = new BigDecimal(condition.metWhen.split(" ")[1]);
        BigDecimal step = condition.type.equals("integer") ? BigDecimal.ONE : SMALLEST_STEP;
        return Stream.of(threshold.subtract(step), threshold, threshold.add(step), threshold.negate(), null)
                .map(v -> v == null
                        ? null
                        : condition.type.equals("integer") ? (Object) v.intValueExact() : (Object) v.doubleValue())
                .collect(toList());
    }

    private static String outcome(Condition condition, Object value) {
        if (value == null) {
            return "MISSING";
        }
        if (value instanceof Boolean held) {
            return held ? "MET" : condition.miss;
        }
        String[] comparison = condition.metWhen.split(" ");
        int compared = new BigDecimal(value.toString()).compareTo(new BigDecimal(comparison[1]));
        boolean met =
                switch (comparison[0]) {
                    case "<=" -> compared <= 0;
                    case ">=" -> compared >= 0;
                    case ">" -> compared > 0;
                    default -> throw new IllegalArgumentException(condition.metWhen);
                };
        return met ? "MET" : condition.miss;
    }

    private record Cell(String row, String column) {}

    private static Map<Cell, String> matrix(String text) {
        List<String[]> lines = text.lines().map(line -> line.split("\\|")).toList();
        Map<Cell, String> cells = new LinkedHashMap<>();
        for (String[] line : lines.subList(1, lines.size())) {
            for (int i = 1; i < line.length; i++) {
                cells.put(new Cell(line[0].strip(), lines.get(0)[i].strip()), line[i].strip());
            }
        }
        return cells;
    }

    private static String string(String cell) {
        return cell.equals("null") ? null : cell;
    }

    private static Integer integer(String cell) {
        return cell.equals("null") ? null : Integer.valueOf(cell);
    }

    private static Boolean bool(String cell) {
        return cell.equals("null") ? null : Boolean.valueOf(cell);
    }

    /** Whether there are standards, overseas branches, service platforms: every combination, unknown too. */
    static List<List<Boolean>> materialFacts() {
        List<Boolean> all = Arrays.asList(null, true, false);
        return all.stream()
                .flatMap(a -> all.stream().flatMap(b -> all.stream().map(c -> Arrays.asList(a, b, c))))
                .toList();
    }

    static Map<String, Object> materialInputs(List<Boolean> facts) {
        return inputs(
                "hasStandards", facts.get(0), "hasOverseasBranches", facts.get(1), "hasServicePlatforms", facts.get(2));
    }

    /** The eleven materials of 第十三条, each as "article provider requirement". */
    static List<String> materials(List<Boolean> facts) {
        return List.of(
                Article.of(13, 1) + " CITY REQUIRED",
                Article.of(13, 2) + " APPLICANT REQUIRED",
                Article.of(13, 3) + " APPLICANT REQUIRED",
                Article.of(13, 4) + " APPLICANT REQUIRED",
                Article.of(13, 5) + " APPLICANT REQUIRED",
                Article.of(13, 6) + " APPLICANT " + requiredWhere(facts.get(0)),
                Article.of(13, 7) + " APPLICANT REQUIRED",
                Article.of(13, 8) + " APPLICANT " + requiredWhere(facts.get(1)),
                Article.of(13, 9) + " APPLICANT " + requiredWhere(facts.get(2)),
                Article.of(13, 10) + " APPLICANT REQUIRED",
                Article.of(13, 11) + " APPLICANT IF_APPLICABLE");
    }

    private static String requiredWhere(Boolean fact) {
        return fact == null ? "IF_APPLICABLE" : fact ? "REQUIRED" : "NOT_APPLICABLE";
    }
}
