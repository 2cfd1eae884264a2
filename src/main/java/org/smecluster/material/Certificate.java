package org.smecluster.material;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/**
 * One row of 证明事项: who certifies what, for which condition.
 *
 * @param condition the condition it proves, as cited: 第十条 or an item of 第十一条
 * @param documentNumber null where it has none
 */
@LegalBasis(article = 13, item = 11)
public record Certificate(String subject, String condition, String issuer, String documentNumber, LocalDate issuedOn) {}
