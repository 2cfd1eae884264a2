package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;

/** Judges a deployment with everything that would run with it: is it sound, and does it keep the Measures? */
public final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Map<String, Judgement> judgements = new LinkedHashMap<>();

    private Guard(Map<String, Judgement> judgements) {
        this.judgements.putAll(judgements);
    }

    /** @param engine says whether a cell that is not known here is FEEL */
    public static Guard shipped(FeelCompiler engine) {
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        judgements.putAll(ContractJudgements.all());
        judgements.put("流程能否走通、是否合乎办法规定的程序", new ProcessesRun());
        judgements.put("决策表是否完整，是否符合《办法》", new DecisionJudgement(engine));
        return new Guard(judgements);
    }

    /**
     * @param live what runs now, one file for each latest version
     * @param deployed what somebody wants to run
     * @return in the order of files and lines, without what is found in the files that run now and stay
     */
    public List<ModelFinding> findings(Collection<ModelSource> live, Collection<ModelSource> deployed) {
        RunningModels after = RunningModels.after(live, deployed);
        List<ModelFinding> found = judge(after);
        Set<String> before = found.stream().allMatch(finding -> after.isDeployed(finding.file()))
                ? Set.of()
                : judge(RunningModels.after(live, List.of())).stream()
                        .map(ModelFinding::sentence)
                        .collect(Collectors.toSet());
        List<ModelFinding> news = found.stream()
                .filter(finding -> after.isDeployed(finding.file()) || !before.contains(finding.sentence()))
                .toList();
        if (news.isEmpty()) {
            return news;
        }
        Changes changes = Changes.of(live, deployed);
        return news.stream()
                .map(changes::told)
                .sorted(Comparator.comparing(ModelFinding::file).thenComparingInt(ModelFinding::line))
                .toList();
    }

    private List<ModelFinding> judge(RunningModels models) {
        List<ModelFinding> found = new ArrayList<>();
        judgements.forEach((question, judgement) -> {
            try {
                judgement.judge(models, found::add);
            } catch (RuntimeException | StackOverflowError failed) {
                LOG.warn("Could not analyse: {}", question, failed);
                found.add(new ModelFinding(
                        "（全部文件）",
                        0,
                        null,
                        "未能分析：" + question,
                        "由第二人核对后写明理由批准，并告知系统管理员",
                        null,
                        ModelFinding.Weight.FOR_APPROVAL));
            }
        });
        return found.stream().distinct().toList();
    }
}
