package org.smecluster.policy.draft;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smecluster.law.Refusal;
import org.smecluster.policy.ModelFinding;

/**
 * What a person deployed was not deployed but kept as a draft. An exception, since whoever asked for a deployment is to be
 * told that there is none: the Modeler prints words of its own on success.
 */
public class KeptAsDraft extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final int MOST_LISTED = 100;

    private final transient ModelDraft draft;
    private final transient List<ModelFinding> findings;

    KeptAsDraft(ModelDraft draft, List<ModelFinding> findings) {
        super("已存为草稿" + draft.number() + "，还没有生效");
        this.draft = draft;
        this.findings = List.copyOf(findings);
    }

    public ModelDraft draft() {
        return draft;
    }

    /**
     * As the Modeler's log and a JSON answer show it.
     *
     * @param site under which the pages are reached, such as {@code https://jiqun.example.gov.cn}
     */
    public String text(String site) {
        return reasons().get(0)
                + (draft.state() == ModelDraft.State.APPROVED
                        ? "：已经批准，" + ChineseDay.of(draft.effectiveOn()) + "起生效。"
                        : "，由另一位政策人员批准后生效。")
                + "\n查看和批准：" + site + draft.page() + "\n" + listed();
    }

    private String listed() {
        if (findings.isEmpty()) {
            return "检查没有发现问题。";
        }
        int listed = Math.min(findings.size(), MOST_LISTED);
        boolean held = findings.stream().anyMatch(ModelFinding::holds);
        return (held ? "测试表有例子没有通过，改好以前不能批准。" : "") + "检查有" + findings.size() + "处请核对：\n"
                + IntStream.range(0, listed)
                        .mapToObj(i -> (i + 1) + ". " + findings.get(i).sentence())
                        .collect(Collectors.joining("\n"))
                + (findings.size() > listed ? "\n另有" + (findings.size() - listed) + "处见上面的页面。" : "");
    }
}
