package org.smecluster.material;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.smecluster.indicator.CreditCode;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.TypedText;

/**
 * One row of 专利清单.
 *
 * @param number grant or approval number, unique within its kind however it is spelt, see {@link #key}
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
        PatentStatus status) {

    private static final Pattern NAMING =
            Pattern.compile("专利号|授权号|证书号|登记号|审定号|批准文号|公告号|第|号|(?<![0-9A-Z])(?:ZL|CN|NO)(?=[0-9])");

    /**
     * The same for a number however it is spelt: letters, digits and Chinese alone, without ZL and the like before it.
     * {@code workbook_patent.number_key} is made alike.
     */
    static String key(String number) {
        String plain = NAMING.matcher(TypedText.code(number).replaceAll("[^0-9A-Z\\u4E00-\\u9FFF]", ""))
                .replaceAll("");
        return plain.isEmpty() ? number : plain;
    }
}
