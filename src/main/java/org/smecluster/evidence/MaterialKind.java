package org.smecluster.evidence;

import java.util.Arrays;
import java.util.Optional;
import org.smecluster.law.Article;

/** The eleven kinds of material of 第十三条, in its order. */
public enum MaterialKind {
    RECOMMENDATION_LETTER("recommendationLetter", "推荐文件（含汇总表）"),
    APPLICATION_FORM("applicationForm", "集群申报表"),
    DEVELOPMENT_PLAN("developmentPlan", "集群发展规划"),
    KEY_ENTERPRISE_LIST("keyEnterpriseList", "重点企业名单"),
    INDUSTRY_CHAIN_MAP("industryChainMap", "集群产业链图谱"),
    STANDARD_LIST("standardList", "近三年制（修）订标准清单"),
    INVENTION_PATENT_LIST("inventionPatentList", "有效发明专利清单"),
    OVERSEAS_BRANCH_LIST("overseasBranchList", "境外分支机构清单、营业执照等"),
    SERVICE_PLATFORM_LIST("servicePlatformList", "公共服务平台清单及认定文件"),
    PUBLIC_SERVICE_LIST("publicServiceList", "公共服务清单、合同等"),
    OTHER_EVIDENCE("otherEvidence", "其他佐证材料");

    private final String code;
    private final String label;

    MaterialKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public static Optional<MaterialKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** As the decision {@code applicationMaterials} names it. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public Article article() {
        return Article.of(13, ordinal() + 1);
    }
}
