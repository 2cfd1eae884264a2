package org.smecluster.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smecluster.law.LegalBasis;

/**
 * By what experts score, and how far apart their scores may lie before that is pointed out.
 *
 * @param subject batch number, or the case's where it belongs to no batch
 * @param criteria by position; their weights are 100 together
 * @param divergence of the weighted scores
 * @param revision 0 where nobody has set them: those of {@link #proposed}
 * @param frozen whether an expert was assigned by them
 */
@LegalBasis(article = 12, item = 3)
public record Criteria(
        String subject, List<Criterion> criteria, int divergence, int revision, String setByName, boolean frozen) {

    public static final int HUNDRED = 100;
    static final int MOST = 20;
    private static final int DIVERGENCE = 20;

    /** The eight items of 第十一条, which hold until an officer sets others. */
    private static final List<Criterion> OF_ARTICLE_11 = List.of(
            new Criterion(1, "核心竞争力（第十一条(一)）", 20),
            new Criterion(2, "优质中小企业梯度培育（第十一条(二)）", 15),
            new Criterion(3, "产业链供应链协作（第十一条(三)）", 15),
            new Criterion(4, "协同创新能力（第十一条(四)）", 15),
            new Criterion(5, "数字化转型（第十一条(五)）", 10),
            new Criterion(6, "绿色化发展（第十一条(六)）", 10),
            new Criterion(7, "产业开放合作（第十一条(七)）", 5),
            new Criterion(8, "治理和服务能力（第十一条(八)）", 10));

    public Criteria {
        criteria = List.copyOf(criteria);
    }

    static Criteria proposed(String subject) {
        return new Criteria(subject, OF_ARTICLE_11, DIVERGENCE, 0, null, false);
    }

    /** What stands against them, in sentences. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (criteria.isEmpty() || criteria.size() > MOST) {
            faults.add("评审标准应有1至" + MOST + "项");
        }
        for (Criterion each : criteria) {
            if (each.name().isBlank() || each.name().length() > HUNDRED) {
                faults.add("第" + each.position() + "项请写明名称，不超过100字");
            }
            if (each.weight() < 1 || each.weight() > HUNDRED) {
                faults.add("第" + each.position() + "项的权重应为1至100的整数");
            }
        }
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        if (sum != HUNDRED) {
            faults.add("各项权重合计应为100，现为" + sum);
        }
        if (divergence < 1 || divergence > HUNDRED) {
            faults.add("分歧界限应为1至100分");
        }
        return faults;
    }

    /** What is not scored yet, a sentence each. */
    List<String> gaps(Map<Integer, Integer> scores) {
        return criteria.stream()
                .filter(each -> !scores.containsKey(each.position()))
                .map(each -> "“" + each.name() + "”还没有打分，请在“案件资料”的“评审打分”中填写")
                .toList();
    }

    /** @param scores by position, complete */
    BigDecimal weighted(Map<Integer, Integer> scores) {
        long sum = criteria.stream()
                .mapToLong(each -> (long) each.weight() * scores.get(each.position()))
                .sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(HUNDRED), 2, RoundingMode.HALF_UP);
    }
}
