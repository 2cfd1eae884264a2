package org.smecluster.material;

import java.time.LocalDate;
import org.smecluster.indicator.CreditCode;
import org.smecluster.law.LegalBasis;

/**
 * One row of 专利清单.
 *
 * @param number grant or approval number, unique within its kind
 * @param validUntil last day, null where none is stated
 * @param status null in workbooks from before it was asked for
 */
@LegalBasis(article = 13, item = 7)
public record Patent(
        String name,
        PatentKind kind,
        String number,
        CreditCode owner,
        LocalDate grantedOn,
        LocalDate validUntil,
        PatentStatus status) {}
