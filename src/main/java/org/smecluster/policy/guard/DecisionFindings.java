package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.List;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelFinding.Weight;

/** What is found in the decisions of one file. */
final class DecisionFindings {

    private static final int LONGEST = 60;

    private final String file;
    private final List<ModelFinding> all = new ArrayList<>();

    DecisionFindings(String file) {
        this.file = file;
    }

    List<ModelFinding> all() {
        return all.stream().distinct().toList();
    }

    /** @param article null where no article asks for it */
    void refuses(Xml at, String problem, String remedy, String article) {
        add(at, problem, remedy, article, Weight.REFUSES);
    }

    void refuses(Xml at, String problem, String remedy) {
        refuses(at, problem, remedy, null);
    }

    void forApproval(Xml at, String problem, String remedy, String article) {
        add(at, problem, remedy, article, Weight.FOR_APPROVAL);
    }

    private void add(Xml at, String problem, String remedy, String article, Weight weight) {
        Xml named = at;
        while (named.id() == null && named.parent() != null) {
            named = named.parent();
        }
        all.add(new ModelFinding(file, at.line(), named.id(), problem, remedy, article, weight));
    }

    static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return "“" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…") + "”";
    }
}
