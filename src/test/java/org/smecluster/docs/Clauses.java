package org.smecluster.docs;

import java.util.List;
import java.util.Set;
import org.smecluster.law.Article;

/** Every article and item of the Measures in short own words, and which processes are there for it, what is left to people. */
final class Clauses {

    /**
     * @param leftToPeople what is left to people, and why; null where nothing is
     * @param processes that carry it out, or will: one that does not exist yet is told as not built
     */
    record Clause(Article article, String inShort, String leftToPeople, Set<String> processes) {}

    static final List<Clause> ALL = List.of(
            people(1, 0, "制定的目的和依据", "说明制定目的，没有可办理的事项。"),
            people(2, 0, "什么是集群", "是定义；范围、主体等要素由申报数据载明，是否名副其实由评审人员判断。"),
            people(3, 0, "围绕哪些产业、坚持什么原则", "是方向和原则，由推荐、评审和审定的人员权衡。"),
            people(4, 0, "自治区与地市的分工", "分工体现为各任务的候选组和登录用户所属的组，见 contract.md；条文本身不产生单独的事项。"),
            people(5, 0, "培育工作的主要方面", "培育工作由各地开展，系统只记录其目标和进展。", "cultivationAdmission"),
            people(5, 1, "主导产业做强", "固链强链、配套、品牌等工作在系统之外。", "cultivationAdmission"),
            people(5, 2, "创新", "平台建设、产学研合作等工作在系统之外。", "cultivationAdmission"),
            people(5, 3, "数字化", "设施建设、诊断和改造等工作在系统之外。", "cultivationAdmission"),
            people(5, 4, "绿色低碳", "节能、降碳、治污等工作在系统之外。", "cultivationAdmission"),
            people(5, 5, "开放合作", "国际合作和交流活动在系统之外。", "cultivationAdmission"),
            people(5, 6, "治理和服务", "制定培育方案、建设服务体系等工作在系统之外。", "cultivationAdmission"),
            people(6, 0, "培育库；资金、基金和信贷支持", "资金、基金、信贷的安排由相应部门决定。", "cultivationAdmission"),
            people(7, 0, "各地统筹用好扶持政策", "是对主管部门的工作要求，没有可办理的事项。"),
            people(8, 0, "引导公共服务和社会化服务", "是对服务供给的引导；集群已有的服务和平台在申报时填报，见第十三条(九)、(十)。"),
            people(9, 0, "总结经验、宣传典型案例", "总结和宣传由各市开展。", "practiceCase"),
            clause(10, 0, "近三年没有严重事故、事件或失信", "clusterRecognition", "dataFiling"),
            clause(11, 0, "八个方面的基本条件须同时满足", "clusterRecognition", "dataFiling"),
            people(11, 1, "核心竞争力：规模、占比、增速", "细分领域的发展水平、品牌知名度没有可量化的标准，由评审人员判断。"),
            clause(11, 2, "优质中小企业梯度培育"),
            clause(11, 3, "产业链供应链协作"),
            people(11, 4, "协同创新：研发、专利、平台、标准", "合作关系、融通创新机制由评审人员依佐证材料判断。"),
            people(11, 5, "数字化转型", "基础设施水平、装备应用是否广泛由评审人员依佐证材料判断。"),
            people(11, 6, "绿色化水平", "能源消费结构、资源利用效率没有可量化的标准，由评审人员判断。"),
            clause(11, 7, "产业开放合作"),
            clause(11, 8, "治理和服务"),
            clause(12, 0, "认定的原则和分工", "recognitionBatch", "clusterRecognition"),
            clause(12, 1, "谁来申报", "clusterRecognition"),
            clause(12, 2, "市级受理、初审、推荐", "clusterRecognition"),
            clause(
                    12,
                    3,
                    "自治区复审、择优、公示、公布",
                    "recognitionBatch",
                    "clusterRecognition",
                    "reviewChecks",
                    "publicNotice",
                    "lateObjection"),
            clause(13, 0, "以当年通知为准的申报材料", "recognitionBatch", "clusterRecognition", "dataFiling"),
            clause(13, 1, "推荐文件及汇总表"),
            clause(13, 2, "申报表"),
            clause(13, 3, "发展规划"),
            clause(13, 4, "重点企业名单"),
            clause(13, 5, "产业链图谱"),
            clause(13, 6, "标准清单"),
            clause(13, 7, "有效发明专利清单"),
            clause(13, 8, "境外分支机构清单"),
            clause(13, 9, "公共服务平台清单"),
            clause(13, 10, "公共服务清单、合同"),
            clause(13, 11, "其他佐证材料"),
            clause(14, 0, "有效期三年，期满可复核延长，统一组织复核", "clusterTerm", "reviewRound", "renewalReview"),
            clause(15, 0, "重大变动一个月内备案", "changeFiling"),
            clause(16, 0, "跟踪监测、年度报送、推荐国家级", "annualMonitoring", "annualReport", "nationalRecommendation"),
            clause(17, 0, "有效期内撤销认定的情形", "revocation"),
            clause(17, 1, "不再符合标准", "revocation"),
            clause(17, 2, "虚假申报", "revocation"),
            clause(17, 3, "不报送、不配合监测", "revocation"),
            clause(17, 4, "重大变动未及时备案", "revocation"),
            clause(17, 5, "集群内企业发生严重事故、事件或失信", "revocation"),
            people(18, 0, "由谁解释", "解释权属自治区工业和信息化厅；系统对条文的理解写在 docs/adr/，可随解释更正。"),
            people(19, 0, "何时起施行", "施行日期是事实；各决策表的版本标签即其生效日期，见 CHANGELOG.md。"));

    private Clauses() {}

    private static Clause clause(int article, int item, String inShort, String... processes) {
        return new Clause(Article.of(article, item), inShort, null, Set.of(processes));
    }

    private static Clause people(int article, int item, String inShort, String leftToPeople, String... processes) {
        return new Clause(Article.of(article, item), inShort, leftToPeople, Set.of(processes));
    }
}
