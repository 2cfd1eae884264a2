package org.smecluster.recognition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;

/**
 * 推荐汇总表: what a city recommends in a batch, and what it is about to, side by side.
 *
 * @param order null where none was confirmed yet
 * @param open whether the city may confirm an order now
 * @param rows by the order of preference where it covers them all, else by case number
 */
public record RecommendationSummary(
        Batch batch, String cityName, RecommendationOrder order, boolean open, List<Row> rows) {

    /**
     * @param rank 1 for the one preferred most; null where no confirmed order covers all
     * @param overall of the assessment that the city's review goes by
     * @param verification as a clerk says it; null where the batch does not ask for one
     * @param review conclusion of the preliminary review, as a clerk says it
     * @param document number and date of the recommendation; null before it
     * @param documentNumber its number alone; null before it
     */
    public record Row(
            Integer rank,
            String caseNumber,
            String clusterName,
            String leadingIndustry,
            String applicant,
            String county,
            Outcome overall,
            List<Finding> findings,
            String verification,
            String review,
            String document,
            String documentNumber) {

        public Row {
            findings = List.copyOf(findings);
        }

        Row ranked(Integer place) {
            return new Row(
                    place,
                    caseNumber,
                    clusterName,
                    leadingIndustry,
                    applicant,
                    county,
                    overall,
                    findings,
                    verification,
                    review,
                    document,
                    documentNumber);
        }
    }

    public RecommendationSummary {
        rows = List.copyOf(rows);
    }

    /** Whether a confirmed order covers every row. */
    public boolean settled() {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.rank() != null);
    }

    public int revision() {
        return order == null ? 0 : order.revision();
    }

    /** Names of clusters that share a leading industry, by industry: notices asked for one of each sub-sector. */
    public Map<String, String> sameIndustry() {
        return rows.stream()
                .filter(row -> Objects.nonNull(row.leadingIndustry()))
                .collect(Collectors.groupingBy(Row::leadingIndustry, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue().size() > 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream().map(Row::clusterName).collect(Collectors.joining("、")),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
