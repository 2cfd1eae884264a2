package org.smecluster.filing;

import java.util.List;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;

/** What an assessment leaves to say, and who may say it. */
public final class Misses {

    private Misses() {}

    /** The text of 第十一条 says 同时满足: what is not met by a hard measure, or not supplied, nobody can call met. */
    @LegalBasis(article = 10)
    @LegalBasis(article = 11)
    public static void refuseIfHard(Assessment assessment, String conclusion) {
        String hard = named(assessment, Outcome.NOT_MET, Outcome.MISSING);
        boolean vetoed = Boolean.TRUE.equals(assessment.vetoed());
        if (!vetoed && hard.isEmpty()) {
            return;
        }
        String what = vetoed ? "存在第十条所列情形" : "";
        String and = vetoed && !hard.isEmpty() ? "，且" : "";
        String conditions = hard.isEmpty() ? "" : "第十一条的下列条件不符合或缺数据：" + hard;
        throw new Refusal(
                "评估结果为" + what + and + conditions + "。结论不能为“" + conclusion + "”（第十条、第十一条要求同时满足）；请改选其他结论，并在意见中写明理由");
    }

    /** A miss of what the text puts as 一般 or 原则上 or without a number, and an incident that the table leaves open, are a reviewer's. */
    @LegalBasis(article = 10)
    @LegalBasis(article = 11, item = 1)
    public static void requireJudgement(Assessment assessment, String judgement) {
        requireJudgement(assessment, null, judgement);
    }

    /** @param further what else is open, a sentence without its full stop; null for nothing */
    public static void requireJudgement(Assessment assessment, String further, String judgement) {
        String soft = named(assessment, Outcome.NEEDS_EXPLANATION);
        boolean undecided = assessment.vetoed() == null;
        if (judgement != null || soft.isEmpty() && !undecided && further == null) {
            return;
        }
        throw new Refusal((soft.isEmpty() ? "" : "下列条件未达到，条文写的是“一般”“原则上”或者没有规定数量、算法：" + soft + "。")
                + (undecided ? "登记的情形中有决策表不能判断是否否决的（第十条）。" : "")
                + (further == null ? "" : further + "。")
                + "请在“对需说明事项的判断”中逐项写明是否认可及理由");
    }

    /** The applicant explains every soft miss and every gap. */
    @LegalBasis(article = 11)
    static void requireExplanation(Assessment assessment, String explanation) {
        String open = named(assessment, Outcome.NEEDS_EXPLANATION, Outcome.MISSING);
        if (!open.isEmpty() && explanation == null) {
            throw new Refusal("下列条件需说明或缺数据：" + open + "。请在“说明”中逐项写明情况，或选择“返回修改”补充数据");
        }
    }

    private static String named(Assessment assessment, Outcome... outcomes) {
        return assessment.findings().stream()
                .filter(finding -> List.of(outcomes).contains(finding.outcome()))
                .map(Misses::name)
                .collect(Collectors.joining("、"));
    }

    private static String name(Finding finding) {
        return finding.article() + finding.label();
    }
}
