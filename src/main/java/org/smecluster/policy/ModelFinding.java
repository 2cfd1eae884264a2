package org.smecluster.policy;

import java.util.Objects;

/**
 * One thing in a model that is not on the list.
 *
 * @param line    counted from 1; 0 where the file as a whole is meant
 * @param element id of the element or component, or of the nearest around it; null where there is none
 * @param problem Chinese, without a full stop
 * @param remedy  Chinese, without a full stop: what to do
 */
public record ModelFinding(String file, int line, String element, String problem, String remedy) {

    public ModelFinding {
        Objects.requireNonNull(file);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(remedy);
    }

    public String sentence() {
        return file + (line > 0 ? " 第" + line + "行" : "") + (element == null ? "" : "，元素 " + element) + "：" + problem
                + "。" + remedy + "。";
    }
}
