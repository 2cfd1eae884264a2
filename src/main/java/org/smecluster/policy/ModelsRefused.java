package org.smecluster.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smecluster.law.Refusal;

/** A deployment that contains what no model may contain. Nothing of it was stored. */
public class ModelsRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelFinding> findings;
    private final int more;

    /** @param more how many findings there are beyond those listed */
    ModelsRefused(List<ModelFinding> findings, int more) {
        super(findings.stream().map(ModelFinding::sentence).toList());
        this.findings = List.copyOf(findings);
        this.more = more;
    }

    public static ModelsRefused of(List<ModelFinding> findings) {
        return new ModelsRefused(findings, 0);
    }

    /** At least one, in the order of files and lines. */
    public List<ModelFinding> findings() {
        return findings;
    }

    /** A line for each finding, as the Modeler's log and a JSON answer show it. */
    public String text() {
        return "没有部署：共有" + (findings.size() + more) + "处问题，请改正后重新部署。\n"
                + IntStream.range(0, findings.size())
                        .mapToObj(i -> (i + 1) + ". " + findings.get(i).sentence())
                        .collect(Collectors.joining("\n"))
                + (more > 0 ? "\n另有" + more + "处没有列出。" : "");
    }
}
