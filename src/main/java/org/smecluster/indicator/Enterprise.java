package org.smecluster.indicator;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of the sheet 企业名单.
 *
 * @param titles the titles it bears, whatever their validity
 * @param sizeReason why it bears a title of SMEs and is large; null where nothing is said
 */
public record Enterprise(
        CreditCode creditCode,
        String name,
        EnterpriseSize size,
        boolean leadingIndustry,
        List<HeldTitle> titles,
        String sizeReason) {

    public Enterprise {
        titles = List.copyOf(titles);
    }

    public Enterprise(
            CreditCode creditCode, String name, EnterpriseSize size, boolean leadingIndustry, List<HeldTitle> titles) {
        this(creditCode, name, size, leadingIndustry, titles, null);
    }

    /** Whether it bears one of the titles on the day. */
    public boolean holdsOn(LocalDate day, EnterpriseTitle... wanted) {
        return titles.stream().anyMatch(held -> List.of(wanted).contains(held.title()) && held.validOn(day));
    }

    /**
     * @param validFrom first day, null where not stated
     * @param validUntil last day, null where not stated
     * @param level null where not stated
     * @param certificate batch or number of the certificate, null where not stated
     */
    public record HeldTitle(
            EnterpriseTitle title, LocalDate validFrom, LocalDate validUntil, TitleLevel level, String certificate) {

        public HeldTitle(EnterpriseTitle title, LocalDate validFrom, LocalDate validUntil) {
            this(title, validFrom, validUntil, null, null);
        }

        public boolean validOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
        }
    }
}
