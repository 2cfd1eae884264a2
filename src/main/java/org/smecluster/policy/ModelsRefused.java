package org.smecluster.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smecluster.law.Refusal;

/** A deployment that contains what no model may contain, or that the guard refuses. Nothing of it runs. */
public class ModelsRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelFinding> findings;
    private final int more;
    private final String page;

    /** @param more how many findings there are beyond those listed */
    ModelsRefused(List<ModelFinding> findings, int more) {
        this(findings, more, null);
    }

    private ModelsRefused(List<ModelFinding> findings, int more, String page) {
        super(findings.stream().map(ModelFinding::sentence).toList());
        this.findings = List.copyOf(findings);
        this.more = more;
        this.page = page;
    }

    public static ModelsRefused of(List<ModelFinding> findings) {
        return new ModelsRefused(findings, 0);
    }

    /** @param page where the files are kept to be looked at, such as {@code /admin/drafts/7} */
    public static ModelsRefused of(List<ModelFinding> findings, String page) {
        return new ModelsRefused(findings, 0, page);
    }

    /** At least one, in the order of files and lines. */
    public List<ModelFinding> findings() {
        return findings;
    }

    /**
     * A line for each finding, as the Modeler's log and a JSON answer show it.
     *
     * @param site under which the pages are reached, such as {@code https://jiqun.example.gov.cn}
     */
    public String text(String site) {
        return "没有部署：共有" + (findings.size() + more) + "处问题，请改正后重新部署。\n"
                + (page == null ? "" : "在图上查看：" + site + page + "\n")
                + IntStream.range(0, findings.size())
                        .mapToObj(i -> (i + 1) + ". " + findings.get(i).sentence())
                        .collect(Collectors.joining("\n"))
                + (more > 0 ? "\n另有" + more + "处没有列出。" : "");
    }
}
