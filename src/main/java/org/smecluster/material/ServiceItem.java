package org.smecluster.material;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/**
 * One row of 服务清单: a public service that was given.
 *
 * @param enterprisesServed how many enterprises
 * @param contractNumber null where there is no contract
 */
@LegalBasis(article = 13, item = 10)
public record ServiceItem(
        String name,
        ServiceKind kind,
        String provider,
        int enterprisesServed,
        LocalDate givenOn,
        String contractNumber) {}
