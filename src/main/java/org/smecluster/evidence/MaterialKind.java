package org.smecluster.evidence;

import java.util.Arrays;
import java.util.Optional;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;

/** The eleven kinds of material of 第十三条, in its order. */
public enum MaterialKind {
    @LegalBasis(article = 13, item = 1)
    RECOMMENDATION_LETTER("recommendationLetter", "推荐文件（含汇总表）"),
    @LegalBasis(article = 13, item = 2)
    APPLICATION_FORM("applicationForm", "集群申报表"),
    @LegalBasis(article = 13, item = 3)
    DEVELOPMENT_PLAN("developmentPlan", "集群发展规划"),
    @LegalBasis(article = 13, item = 4)
    KEY_ENTERPRISE_LIST("keyEnterpriseList", "重点企业名单"),
    @LegalBasis(article = 13, item = 5)
    INDUSTRY_CHAIN_MAP("industryChainMap", "集群产业链图谱"),
    @LegalBasis(article = 13, item = 6)
    STANDARD_LIST("standardList", "近三年制（修）订标准清单"),
    @LegalBasis(article = 13, item = 7)
    INVENTION_PATENT_LIST("inventionPatentList", "有效发明专利清单"),
    @LegalBasis(article = 13, item = 8)
    OVERSEAS_BRANCH_LIST("overseasBranchList", "境外分支机构清单、营业执照等"),
    @LegalBasis(article = 13, item = 9)
    SERVICE_PLATFORM_LIST("servicePlatformList", "公共服务平台清单及认定文件"),
    @LegalBasis(article = 13, item = 10)
    PUBLIC_SERVICE_LIST("publicServiceList", "公共服务清单、合同等"),
    @LegalBasis(article = 13, item = 11)
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
