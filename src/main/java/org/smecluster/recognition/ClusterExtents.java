package org.smecluster.recognition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseProcedure.Fact;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;
import org.smecluster.region.Neighbours;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitLevel;
import org.smecluster.region.Units;
import org.springframework.stereotype.Component;

/** Reads what an applicant enters of the counties that its cluster lies in, and tells it again. */
@Component
class ClusterExtents {

    private static final Pattern LINE = Pattern.compile("(\\p{IsHan}+)[\\s:,]*(\\d{1,6}(?:\\.\\d{1,4})?)\\s*(?:亿元)?");

    private final Units units;
    private final Neighbours neighbours;
    private final Extents extents;

    ClusterExtents(Units units, Neighbours neighbours, Extents extents) {
        this.units = units;
        this.neighbours = neighbours;
        this.extents = extents;
    }

    /** The county-level unit of the applicant; empty for a park directly under a city. */
    Optional<Unit> countyOf(Unit applicant) {
        return units.countyOf(applicant.code());
    }

    /**
     * @param others codes of the counties besides the applicant's own, at least one
     * @throws Refusal where an output is missing or cannot be read, or counties are apart and nothing explains it
     */
    @LegalBasis(article = 2)
    @LegalBasis(article = 12, item = 1)
    Extent read(ApplicationForm form, Unit applicant, List<String> others) {
        Set<String> counties = new TreeSet<>(others);
        countyOf(applicant).map(Unit::code).ifPresent(counties::add);
        List<String> reasons = new ArrayList<>();
        List<CountyOutput> outputs =
                form.countyOutputs() == null ? List.of() : outputs(form.countyOutputs(), counties, reasons);
        if (form.countyOutputs() == null && applicant.level() == UnitLevel.COUNTY) {
            reasons.add("集群跨县（市、区）由县级主管部门申报的，请填写各县（市、区）上一年产值，产值比例最大的由系统算出（第十二条(一)）");
        }
        String first = countyOf(applicant).map(Unit::code).orElse(others.get(0));
        Set<String> apart = neighbours.apartFrom(first, counties);
        if (!apart.isEmpty() && form.adjacencyExplanation() == null) {
            reasons.add("集群应在县级区划范围内或者相邻县（市、区）交界处（第二条），而" + unconnected(apart, counties) + "。"
                    + apart.stream()
                            .map(each -> name(each) + "的相邻县（市、区）有" + names(neighbours.of(each)))
                            .collect(Collectors.joining("；"))
                    + "。请核对“涉及的县（市、区）”；没有错的，在“相邻情况说明”中写明依据，由审查人员判断");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        return new Extent(outputs, List.copyOf(apart), apart.isEmpty() ? null : form.adjacencyExplanation());
    }

    /** Of what is marked 待核实 in the table it is said, so that nobody takes it for settled. */
    private String unconnected(Collection<String> apart, Collection<String> all) {
        String unverified = apart.stream()
                .flatMap(each -> neighbours.uncertain(each).stream()
                        .filter(all::contains)
                        .map(other -> name(each) + "与" + name(other)))
                .collect(Collectors.joining("、"));
        return "按系统的相邻表，" + names(apart) + "与其他县（市、区）不相连" + (unverified.isEmpty() ? "" : "（" + unverified + "是否相邻待核实）");
    }

    private List<CountyOutput> outputs(String text, Set<String> counties, List<String> reasons) {
        Map<String, BigDecimal> byCounty = new TreeMap<>();
        for (String line : TypedText.plain(text).split("[\\n;、]")) {
            if (!line.isBlank()) {
                read(line.strip(), counties, byCounty, reasons);
            }
        }
        Set<String> missing = new TreeSet<>(counties);
        missing.removeAll(byCounty.keySet());
        if (!missing.isEmpty() && reasons.isEmpty()) {
            reasons.add("各县（市、区）上一年产值中缺少" + names(missing) + "，没有产值的填0");
        }
        if (reasons.isEmpty() && byCounty.values().stream().allMatch(output -> output.signum() == 0)) {
            reasons.add("各县（市、区）上一年产值全部为0，算不出比例，请核对");
        }
        return byCounty.entrySet().stream()
                .map(each -> new CountyOutput(each.getKey(), each.getValue()))
                .toList();
    }

    private void read(String line, Set<String> counties, Map<String, BigDecimal> byCounty, List<String> reasons) {
        Matcher read = LINE.matcher(line);
        Optional<Unit> county = read.matches()
                ? units.counties().stream()
                        .filter(unit -> unit.name().equals(read.group(1)))
                        .findFirst()
                : Optional.empty();
        if (county.isEmpty()) {
            reasons.add("各县（市、区）上一年产值中，“" + line + "”看不懂：每行写一个县（市、区）的全名和产值（亿元，最多四位小数），例如“平罗县 12.5”");
        } else if (!counties.contains(county.get().code())) {
            reasons.add(county.get().name() + "填写了产值，但不是本县，也没有在“涉及的县（市、区）”中选择，请核对");
        } else if (byCounty.put(county.get().code(), new BigDecimal(read.group(2))) != null) {
            reasons.add(county.get().name() + "的产值填写了两次，请只保留一行");
        }
    }

    void save(long applicationId, Extent extent) {
        extents.save(applicationId, extent);
    }

    /** What the page of the case tells; nothing of an application from before extents were asked for. */
    List<Fact> facts(long applicationId) {
        Extent extent = extents.find(applicationId).orElse(null);
        List<Fact> facts = new ArrayList<>();
        if (extent != null && outputs(extent) != null) {
            facts.add(Fact.of("各县（市、区）产值", outputs(extent)));
        }
        if (extent != null && doubt(extent) != null) {
            facts.add(Fact.of("相邻情况（需说明）", doubt(extent)));
        }
        return facts;
    }

    /** The outputs with their shares, the largest first; null where none is known. */
    String outputs(Extent extent) {
        return extent.outputs().isEmpty()
                ? null
                : extent.outputs().stream()
                        .sorted(Comparator.comparing(CountyOutput::output).reversed())
                        .map(each -> name(each.county())
                                + each.output().stripTrailingZeros().toPlainString() + "亿元（" + extent.percent(each)
                                + "%）")
                        .collect(Collectors.joining("，"));
    }

    /** What needs a reviewer's judgement of where the cluster lies; null where nothing does. */
    String doubt(long applicationId) {
        return extents.find(applicationId).map(this::doubt).orElse(null);
    }

    String doubt(Extent extent) {
        return extent.apart().isEmpty()
                ? null
                : "按系统的相邻表，" + names(extent.apart()) + "与其他县（市、区）不相连（第二条），申报单位说明：“" + extent.explanation() + "”";
    }

    private String names(Collection<String> codes) {
        return codes.stream().map(this::name).collect(Collectors.joining("、"));
    }

    private String name(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }
}
