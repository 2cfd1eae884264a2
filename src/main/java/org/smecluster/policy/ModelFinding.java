package org.smecluster.policy;

import java.util.Objects;

/**
 * One thing in a model that is not on the list, or not as the Measures or the program need it.
 *
 * @param line    counted from 1; 0 where the file as a whole is meant
 * @param element id of the element or component, or of the nearest around it; null where there is none
 * @param problem Chinese, without a full stop
 * @param remedy  Chinese, without a full stop: what to do
 * @param article where the Measures ask for it, such as 第十七条; null where no article does
 */
public record ModelFinding(
        String file, int line, String element, String problem, String remedy, String article, Weight weight) {

    /** What a finding does to a deployment. */
    public enum Weight {
        /** Nothing is deployed, nothing is kept as a draft. */
        REFUSES,
        /** A draft, which a second person may approve with a reason. */
        FOR_APPROVAL
    }

    public ModelFinding {
        Objects.requireNonNull(file);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(remedy);
        Objects.requireNonNull(weight);
    }

    /** One that refuses and that no article asks for. */
    public ModelFinding(String file, int line, String element, String problem, String remedy) {
        this(file, line, element, problem, remedy, null, Weight.REFUSES);
    }

    public boolean refuses() {
        return weight == Weight.REFUSES;
    }

    public String sentence() {
        return file + (line > 0 ? " 第" + line + "行" : "") + (element == null ? "" : "，元素 " + element) + "：" + problem
                + (article == null ? "" : "（" + article + "）") + "。" + remedy + "。";
    }
}
