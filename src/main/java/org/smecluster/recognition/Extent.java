package org.smecluster.recognition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.smecluster.law.LegalBasis;

/**
 * Over which counties a cluster extends that lies in several.
 *
 * @param outputs of every county that it lies in; empty where not asked
 * @param apart codes of the counties that are not known to be connected with the others
 * @param explanation why the cluster is one nevertheless; null where nothing is apart
 */
public record Extent(List<CountyOutput> outputs, List<String> apart, String explanation) {

    public Extent {
        outputs = List.copyOf(outputs);
        apart = List.copyOf(apart);
    }

    /** Whether none has more than the county, a tie included; null where it is not known. */
    @LegalBasis(article = 12, item = 1)
    public Boolean isLargest(String county) {
        return outputs.stream()
                .filter(each -> each.county().equals(county))
                .map(own -> outputs.stream().noneMatch(each -> each.output().compareTo(own.output()) > 0))
                .findFirst()
                .orElse(null);
    }

    /** Its share in per cent, to one decimal place. */
    BigDecimal percent(CountyOutput of) {
        BigDecimal total = outputs.stream().map(CountyOutput::output).reduce(BigDecimal.ZERO, BigDecimal::add);
        return of.output().movePointRight(2).divide(total, 1, RoundingMode.HALF_UP);
    }
}
