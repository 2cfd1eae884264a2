package org.smecluster.material;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.smecluster.indicator.CreditCode;

/**
 * The sheet 基本情况. What feeds an indicator may be null (not supplied).
 *
 * @param counties the county-level units the cluster lies in, as text
 * @param areaSquareKm km²
 * @param boundaries 四至范围
 * @param operator 运营管理机构, null where there is none
 * @param operatorCode its credit code, null where not given
 * @param innovationPlatformCount platforms of 第十一条(四)
 * @param innovationPlatforms their names, at least as many as the count says
 * @param standardCount standards led or joined in the three years, not more than the sheet 标准清单 shows
 * @param policyCoverageRate ratio 0..1, 第十一条(八)
 * @param introduction null where not given
 */
public record BasicInformation(
        String clusterName,
        String leadingIndustry,
        String counties,
        BigDecimal areaSquareKm,
        String boundaries,
        String operator,
        CreditCode operatorCode,
        Integer innovationPlatformCount,
        List<String> innovationPlatforms,
        Integer standardCount,
        BigDecimal policyCoverageRate,
        String contactName,
        String contactPhone,
        String introduction) {

    public BasicInformation {
        if (clusterName == null || clusterName.isBlank()) {
            throw new IllegalArgumentException("a cluster has a name");
        }
        innovationPlatforms = List.copyOf(innovationPlatforms);
    }

    /** In the order of the sheet. */
    public List<FilledField> fields() {
        List<Object> values = Layout.values(this);
        return IntStream.range(0, values.size())
                .mapToObj(place -> Layout.BASIC_FIELDS.get(place).filled(values.get(place)))
                .toList();
    }

    /** The number of standards is that of three years, and they have passed. */
    BasicInformation withoutStandardCount() {
        return new BasicInformation(
                clusterName,
                leadingIndustry,
                counties,
                areaSquareKm,
                boundaries,
                operator,
                operatorCode,
                innovationPlatformCount,
                innovationPlatforms,
                null,
                policyCoverageRate,
                contactName,
                contactPhone,
                introduction);
    }
}
