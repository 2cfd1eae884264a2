package org.smecluster.material;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/** One row of 服务平台: a public service platform for SMEs and the document that recognises it. */
@LegalBasis(article = 13, item = 9)
public record ServicePlatform(
        String name,
        PlatformLevel level,
        String operator,
        String recognisedBy,
        String documentNumber,
        LocalDate recognisedOn) {}
