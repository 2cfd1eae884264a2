package org.smecluster.policy.guard.variants;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Numbers against their wording. */
final class SpoiltThresholds {

    /** @param unit how many times the wording's number is the cell's */
    record Threshold(
            String file,
            String decision,
            String code,
            String input,
            String met,
            String missed,
            String number,
            String words) {

        String met(String cell) {
            return met.replace("N", cell);
        }

        String missed(String cell) {
            return missed.replace("N", cell);
        }
    }

    static final List<Threshold> ALL = List.of(
            core("areaSquareKm", "<= N", "> N", "100", "100平方公里"),
            core("minAnnualOutput", ">= N", "< N", "20", "20亿元"),
            core("smeOutputShare", ">= N", "< N", "0.60", "60%"),
            core("leadingIndustryOutputShare", ">= N", "< N", "0.60", "60%"),
            core("leadingIndustryGrowth", ">= N", "< N", "0.05", "5%"),
            innovation("smeRdGrowth", "> N", "<= N", "0.05", "5%"),
            innovation("innovationPlatformCount", ">= N", "< N", "1", "不少于1个"),
            innovation("standardCount", ">= N", "< N", "1", "不少于1项"),
            innovation("inventionPatentGrowth", ">= N", "< N", "0.03", "3%"),
            innovation("inventionPatentsPer10kEmployees", ">= N", "< N", "5", "5个"),
            new Threshold(
                    "basicConditions",
                    "digitalTransformation",
                    "industrialInternetPenetration",
                    "industrialInternetPenetration",
                    ">= N",
                    "< N",
                    "0.10",
                    "10%"),
            new Threshold(
                    "basicConditions",
                    "governanceService",
                    "policyCoverageRate",
                    "policyCoverageRate",
                    ">= N",
                    "< N",
                    "1",
                    "100%"),
            national("minAnnualOutput", ">= N", "< N", "40", "40亿元"),
            national("smeOutputShare", ">= N", "< N", "0.70", "70%"),
            national("leadingIndustryOutputShare", "> N", "<= N", "0.70", "70%"),
            national("leadingIndustryGrowth", "> N", "<= N", "0.10", "10%"));

    private SpoiltThresholds() {}

    private static Threshold core(String code, String met, String missed, String number, String words) {
        return new Threshold("basicConditions", "coreCompetitiveness", code, code, met, missed, number, words);
    }

    private static Threshold innovation(String code, String met, String missed, String number, String words) {
        return new Threshold("basicConditions", "collaborativeInnovation", code, code, met, missed, number, words);
    }

    private static Threshold national(String code, String met, String missed, String number, String words) {
        return new Threshold(
                "nationalRecommendationCriteria",
                "nationalRecommendationCriteria",
                code,
                code,
                met,
                missed,
                number,
                words);
    }

    /** The rules of the code with the cell. */
    static List<Element> rules(Dmn model, Threshold threshold) {
        return model.rules(threshold.decision()).stream()
                .filter(rule ->
                        Dmn.text(model.out(threshold.decision(), rule, "code")).equals("\"" + threshold.code() + "\""))
                .toList();
    }

    /** Null where one of the two is to stay. */
    static Set<String> set(Dmn model, Threshold threshold, String met, String missed) {
        for (Element rule : rules(model, threshold)) {
            Element cell = model.in(threshold.decision(), rule, threshold.input());
            if (met != null && Dmn.text(cell).equals(threshold.met(threshold.number()))) {
                Dmn.text(cell, met);
            } else if (missed != null && Dmn.text(cell).equals(threshold.missed(threshold.number()))) {
                Dmn.text(cell, missed);
            }
        }
        return named(model, threshold);
    }

    static Set<String> words(Dmn model, Threshold threshold, String words) {
        for (Element rule : rules(model, threshold)) {
            Element cell = model.out(threshold.decision(), rule, "requirement");
            if (!Dmn.text(cell).contains(threshold.words())) {
                throw new Change.NotHere(threshold.words());
            }
            Dmn.text(cell, Dmn.text(cell).replace(threshold.words(), words));
        }
        return named(model, threshold);
    }

    private static Set<String> named(Dmn model, Threshold threshold) {
        return SpoiltDecisions.named(
                model, threshold.decision(), rules(model, threshold).toArray(Element[]::new));
    }

    static String other(String number) {
        return switch (number) {
            case "0.60" -> "0.50";
            case "0.70" -> "0.60";
            case "0.05" -> "0.04";
            case "0.03" -> "0.02";
            case "0.10" -> "0.08";
            case "100" -> "120";
            case "20" -> "15";
            case "40" -> "30";
            case "5" -> "4";
            default -> "2";
        };
    }

    static String otherWords(String words) {
        return words.replaceAll(
                "\\d+",
                String.valueOf(
                        Integer.parseInt(words.replaceAll("\\D", "")) == 1
                                ? 2
                                : Integer.parseInt(words.replaceAll("\\D", "")) - 1));
    }

    static void describe(Catalogue all) {
        for (Threshold one : ALL) {
            String where = one.code();
            all.dmn(
                    "限值改变而文字不变",
                    one.file(),
                    where,
                    m -> set(m, one, one.met(other(one.number())), one.missed(other(one.number()))));
            all.dmn("文字改变而限值不变", one.file(), where, m -> words(m, one, otherWords(one.words())));
            all.dmn("只改一条规则的限值", one.file(), where + " 达到", m -> set(m, one, one.met(other(one.number())), null));
            all.dmn("只改一条规则的限值", one.file(), where + " 未达到", m -> set(m, one, null, one.missed(other(one.number()))));
            all.dmn(
                    "是否含本数改变",
                    one.file(),
                    where,
                    m -> set(m, one, strict(one.met(one.number())), strict(one.missed(one.number()))));
            all.dmn("比较方向颠倒", one.file(), where, m -> set(m, one, one.missed(one.number()), one.met(one.number())));
            all.dmn("缺数据时也算符合", one.file(), where, m -> set(m, one, one.met(one.number()) + ", null", null));
            if (one.number().startsWith("0.")) {
                all.dmn("百分数当作比率", one.file(), where, m -> {
                    String percent = one.words().replaceAll("\\D", "");
                    return set(m, one, one.met(percent), one.missed(percent));
                });
            }
        }
        String gradient = "gradientCultivation";
        for (String[] one : List.of(
                new String[] {"gradientCultivation_qualityEnterprises_byChampion", "championOrLittleGiantCount", ">= 2"
                },
                new String[] {"gradientCultivation_qualityEnterprises_byQualitySme", "qualitySmeCount", ">= 4"},
                new String[] {"gradientCultivation_qualityEnterprises_missed", "qualitySmeCount", "< 4"},
                new String[] {"gradientCultivation_qualityEnterprises_noChampion", "qualitySmeCount", "< 5"},
                new String[] {"gradientCultivation_qualityEnterprises_byQualitySme", "championOrLittleGiantCount", "< 1"
                })) {
            all.dmn("只改一条规则的限值", "basicConditions", one[0] + " " + one[1], m -> {
                Dmn.text(m.in(gradient, m.get(one[0]), one[1]), one[2]);
                return SpoiltDecisions.named(m, gradient, m.rules(gradient).toArray(Element[]::new));
            });
        }
    }

    private static String strict(String cell) {
        return cell.contains("=") ? cell.replace("=", "") : cell.replaceFirst("([<>])", "$1=");
    }
}
