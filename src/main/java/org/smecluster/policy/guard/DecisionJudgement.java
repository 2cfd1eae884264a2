package org.smecluster.policy.guard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;

/**
 * Whether the decisions can be read, leave nothing open and nothing double, and decide as the Measures ask. A file of
 * decisions stands for itself, so that what was found in it once need not be looked for again.
 */
final class DecisionJudgement implements Judgement {

    private static final int KEPT = 200;

    private record Read(String file, String text) {}

    private final DecisionLaw law = DecisionLaw.shipped();
    private final FeelCompiler engine;
    private final Map<Read, List<ModelFinding>> known =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Read, List<ModelFinding>> eldest) {
                    return size() > KEPT;
                }
            });

    DecisionJudgement(FeelCompiler engine) {
        this.engine = engine;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        Map<String, Xml> roots = models.roots("dmn");
        for (ModelSource file : models.files("dmn")) {
            Xml root = roots.get(file.name());
            if (root != null) {
                Read read = new Read(file.name(), file.text());
                List<ModelFinding> findings = known.get(read);
                if (findings == null) {
                    findings = findings(file.name(), root);
                    known.put(read, findings);
                }
                findings.forEach(found);
            }
        }
    }

    private List<ModelFinding> findings(String file, Xml root) {
        DecisionModel model = DecisionModel.of(file, root);
        DecisionFindings found = new DecisionFindings(file);
        new DecisionShape(law, engine, found).judge(model);
        for (DecisionModel.Decision decision : model.decisions().values()) {
            DecisionLaw.Of fixed = law.decisions().get(decision.id());
            if (decision.table() != null) {
                new TableBoxes(decision, fixed, found).judge();
            }
            if (fixed != null && decision.table() != null) {
                new LawfulDecision(model, decision, fixed, found).judge();
            }
        }
        return found.all();
    }
}
