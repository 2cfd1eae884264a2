package org.smecluster.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a list of clusters against what the annual notice says of lists: it warns those who draw one up. */
@Service
@Transactional
@LegalBasis(article = 13)
public class ListWarnings {

    private static final Pattern LINE = Pattern.compile("(\\p{IsHan}+)[\\s:,]*(\\d{1,3})\\s*个?");

    /**
     * A list held against the rule of its batch.
     *
     * @param subSectors as they are told, by case number; an application that chose none is missing
     * @param warnings sentences; empty where nothing is to be said
     */
    public record Checked(boolean onePerSubSector, Map<String, String> subSectors, List<String> warnings) {}

    private final ListRules rules;
    private final Sectors sectors;
    private final Applications applications;
    private final SelectionDecisions decisions;
    private final Units units;

    ListWarnings(
            ListRules rules, Sectors sectors, Applications applications, SelectionDecisions decisions, Units units) {
        this.rules = rules;
        this.sectors = sectors;
        this.applications = applications;
        this.decisions = decisions;
        this.units = units;
    }

    /**
     * Sets the rule of a batch that is being opened.
     *
     * @param cityQuotas a city and its number on each line; null for none
     * @throws Refusal where they cannot be read
     */
    public void set(long batchId, boolean onePerSubSector, String cityQuotas) {
        rules.set(batchId, new ListRule(onePerSubSector, read(cityQuotas)));
    }

    private Map<String, Integer> read(String text) {
        Map<String, Integer> quotas = new TreeMap<>();
        List<String> reasons = new ArrayList<>();
        String lines = TypedText.plain(text);
        for (String line : lines.split("[\\n;、]")) {
            if (line.isBlank()) {
                continue;
            }
            Matcher read = LINE.matcher(line.strip());
            Optional<Unit> city = read.matches()
                    ? units.all().stream()
                            .filter(unit ->
                                    unit.level().recommends() && unit.name().equals(read.group(1)))
                            .findFirst()
                    : Optional.empty();
            if (city.isEmpty()) {
                reasons.add("各市推荐名额中，“" + line.strip() + "”看不懂：每行写一个市的全名和名额，例如“银川市 3”");
            } else if (quotas.put(city.get().group(), Integer.valueOf(read.group(2))) != null) {
                reasons.add("各市推荐名额中，" + city.get().name() + "写了两次，请只保留一行");
            }
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        return quotas;
    }

    @Transactional(readOnly = true)
    public ListRule rule(long batchId) {
        return rules.of(batchId);
    }

    /** The quotas as they are told, e.g. 银川市3个; empty where there are none. */
    @Transactional(readOnly = true)
    public String quotas(long batchId) {
        Map<String, Integer> quotas = rules.of(batchId).cityQuotas();
        return units.all().stream()
                .filter(unit -> quotas.containsKey(unit.group()))
                .map(unit -> unit.name() + quotas.get(unit.group()) + "个")
                .collect(Collectors.joining("，"));
    }

    private Map<String, String> subSectors(List<Application> listed) {
        Map<Long, List<Sector>> chosen =
                sectors.ofApplications(listed.stream().map(Application::id).toList());
        return listed.stream()
                .filter(application -> subSector(chosen, application).isPresent())
                .collect(Collectors.toMap(Application::caseNumber, application -> subSector(chosen, application)
                        .orElseThrow()
                        .told()));
    }

    private static Optional<Sector> subSector(Map<Long, List<Sector>> chosen, Application application) {
        return chosen.getOrDefault(application.id(), List.of()).stream()
                .filter(sector -> sector.scheme() == SectorScheme.GB4754)
                .findFirst();
    }

    /** Of the applications with these case numbers, all of the batch. */
    @Transactional(readOnly = true)
    public Checked of(Batch batch, Collection<String> caseNumbers) {
        List<Application> listed = applications.ofBatch(batch.id()).stream()
                .filter(application -> caseNumbers.contains(application.caseNumber()))
                .toList();
        ListRule rule = rules.of(batch.id());
        Map<String, String> subSectors = subSectors(listed);
        return new Checked(rule.onePerSubSector(), subSectors, warnings(batch, rule, listed, subSectors));
    }

    /** Of those selected so far. */
    @Transactional(readOnly = true)
    public List<String> ofSelection(Batch batch) {
        List<String> selected = decisions.ofBatch(batch.id()).stream()
                .filter(SelectionDecision::selected)
                .map(SelectionDecision::caseNumber)
                .toList();
        return selected.isEmpty() ? List.of() : of(batch, selected).warnings();
    }

    /** Sentences about a list of the batch's applications; empty where nothing is to be said. */
    private List<String> warnings(Batch batch, ListRule rule, List<Application> listed, Map<String, String> chosen) {
        List<String> warnings = new ArrayList<>();
        if (rule.onePerSubSector()) {
            Map<String, List<Application>> bySector = listed.stream()
                    .filter(application -> chosen.containsKey(application.caseNumber()))
                    .collect(Collectors.groupingBy(
                            application -> chosen.get(application.caseNumber()), TreeMap::new, Collectors.toList()));
            bySector.forEach((sector, same) -> {
                if (same.size() > 1) {
                    warnings.add("细分领域“" + sector + "”列了" + same.size() + "个（" + names(same) + "），申报通知（"
                            + batch.noticeNumber() + "）要求每个细分领域推荐1个，请核对");
                }
            });
            List<Application> without = listed.stream()
                    .filter(application -> !chosen.containsKey(application.caseNumber()))
                    .toList();
            if (!without.isEmpty()) {
                warnings.add(names(without) + "没有填写细分领域，无法核对是否重复；推荐以前可由市在案件资料的“所属领域”中填写");
            }
        }
        Map<String, Long> byCity = listed.stream()
                .collect(Collectors.groupingBy(Application::cityGroup, TreeMap::new, Collectors.counting()));
        byCity.forEach((city, number) -> {
            Integer quota = rule.cityQuotas().get(city);
            if (quota != null && number > quota) {
                warnings.add(units.ofGroup(city).map(Unit::name).orElse(city) + "列了" + number + "个，超过申报通知（"
                        + batch.noticeNumber() + "）给该市的名额" + quota + "个，请核对");
            }
        });
        return warnings;
    }

    private static String names(List<Application> applications) {
        return applications.stream()
                .map(application -> "“" + application.clusterName() + "”")
                .collect(Collectors.joining("、"));
    }
}
