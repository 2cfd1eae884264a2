package org.smecluster.indicator;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of the sheet 企业名单.
 *
 * @param titles the titles it bears, whatever their validity
 */
public record Enterprise(
        CreditCode creditCode, String name, EnterpriseSize size, boolean leadingIndustry, List<HeldTitle> titles) {

    public Enterprise {
        titles = List.copyOf(titles);
    }

    /** Whether it bears one of the titles on the day. */
    public boolean holdsOn(LocalDate day, EnterpriseTitle... wanted) {
        return titles.stream().anyMatch(held -> List.of(wanted).contains(held.title()) && held.validOn(day));
    }

    /**
     * @param validFrom first day, null where not stated
     * @param validUntil last day, null where not stated
     */
    public record HeldTitle(EnterpriseTitle title, LocalDate validFrom, LocalDate validUntil) {

        public boolean validOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
        }
    }
}
