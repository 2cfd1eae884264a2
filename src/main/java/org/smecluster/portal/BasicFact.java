package org.smecluster.portal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.smecluster.material.BasicInformation;

/** One line of the sheet 基本情况, ready to read; {@code 未填} where nothing was given. */
record BasicFact(String label, String value) {

    static List<BasicFact> of(BasicInformation basics) {
        return List.of(
                fact("集群名称", basics.clusterName()),
                fact("主导产业", basics.leadingIndustry()),
                fact("所在县（市、区）", basics.counties()),
                measured("占地面积", basics.areaSquareKm(), "平方公里"),
                fact("四至范围", basics.boundaries()),
                fact("运营管理机构", basics.operator()),
                fact("运营管理机构统一社会信用代码", basics.operatorCode()),
                counted("创新平台数量", basics.innovationPlatformCount(), "个"),
                fact(
                        "创新平台名称",
                        basics.innovationPlatforms().isEmpty() ? null : String.join("、", basics.innovationPlatforms())),
                counted("近三年主持或参与制（修）订标准数", basics.standardCount(), "项"),
                measured(
                        "惠企政策宣贯覆盖率",
                        basics.policyCoverageRate() == null
                                ? null
                                : basics.policyCoverageRate().multiply(BigDecimal.valueOf(100)),
                        "%"),
                fact("联系人", basics.contactName()),
                fact("联系电话", basics.contactPhone()),
                fact("集群简介", basics.introduction()));
    }

    private static BasicFact fact(String label, Object value) {
        return new BasicFact(label, Objects.toString(value, "未填"));
    }

    private static BasicFact measured(String label, BigDecimal value, String unit) {
        return fact(label, value == null ? null : FigureRow.plain(value) + " " + unit);
    }

    private static BasicFact counted(String label, Integer value, String unit) {
        return fact(label, value == null ? null : value + " " + unit);
    }
}
