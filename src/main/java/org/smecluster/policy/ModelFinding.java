package org.smecluster.policy;

import java.util.List;
import java.util.Objects;

/**
 * One thing in a model that is not on the list, or not as the Measures or the program need it.
 *
 * @param line    counted from 1; 0 where the file as a whole is meant
 * @param element id of the element or component, or of the nearest around it; null where there is none
 * @param problem Chinese, without a full stop
 * @param remedy  Chinese, without a full stop: what to do
 * @param article where the Measures ask for it, such as 第十七条; null where no article does
 * @param path    ids of the elements on the way to it, from the beginning; empty where no way is named
 */
public record ModelFinding(
        String file,
        int line,
        String element,
        String problem,
        String remedy,
        String article,
        Weight weight,
        List<String> path) {

    /** What a finding does to a deployment. */
    public enum Weight {
        /** Nothing is deployed, nothing is kept as a draft. */
        REFUSES,
        /** A draft, which a second person may approve once it is put right in the same draft. */
        HOLDS,
        /** A draft, which a second person may approve with a reason. */
        FOR_APPROVAL
    }

    public ModelFinding {
        Objects.requireNonNull(file);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(remedy);
        Objects.requireNonNull(weight);
        path = List.copyOf(path);
    }

    /** One to which no way is named. */
    public ModelFinding(
            String file, int line, String element, String problem, String remedy, String article, Weight weight) {
        this(file, line, element, problem, remedy, article, weight, List.of());
    }

    /** One that refuses and that no article asks for. */
    public ModelFinding(String file, int line, String element, String problem, String remedy) {
        this(file, line, element, problem, remedy, null, Weight.REFUSES);
    }

    public boolean refuses() {
        return weight == Weight.REFUSES;
    }

    public boolean holds() {
        return weight == Weight.HOLDS;
    }

    public String sentence() {
        return file + (line > 0 ? " 第" + line + "行" : "") + (element == null ? "" : "，元素 " + element) + "：" + problem
                + (article == null ? "" : "（" + article + "）") + "。" + remedy + "。";
    }
}
