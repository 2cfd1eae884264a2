package org.smecluster.material;

import java.time.LocalDate;
import org.smecluster.indicator.CreditCode;
import org.smecluster.law.LegalBasis;

/**
 * One row of 标准清单: one enterprise's part in one standard.
 *
 * @param drafterRank place among the drafting bodies, from 1
 * @param role null in workbooks from before it was asked for
 */
@LegalBasis(article = 13, item = 6)
public record Standard(
        String number,
        String name,
        StandardLevel level,
        StandardWork work,
        CreditCode enterprise,
        int drafterRank,
        LocalDate issuedOn,
        StandardRole role) {}
