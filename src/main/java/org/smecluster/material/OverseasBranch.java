package org.smecluster.material;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/**
 * One row of 境外机构.
 *
 * @param founder the cluster's operating body or one of its enterprises
 * @param licence number of the business licence or approval, null where not given
 */
@LegalBasis(article = 13, item = 8)
public record OverseasBranch(
        String name, String country, String founder, LocalDate foundedOn, String business, String licence) {}
