package org.smecluster.policy.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.guard.Json;
import org.smecluster.policy.guard.Xml;

/**
 * Two versions of one file. Whatever differs is told: what has no name here is told by the name that the file has for it.
 *
 * @param differences in the order of the newer file; what is gone comes last of its kind
 * @param remarks     Chinese sentences about what changes nothing that runs, such as where things are drawn
 * @param rows        of a form all its components side by side; empty of a model
 */
public record ModelComparison(List<Difference> differences, List<String> remarks, List<FormRow> rows) {

    private static final String ONLY_WRITTEN_OTHERWISE = "两个版本说的是一样的，只有写法（空白、换行、先后次序）不同。";

    /**
     * @param formNames from a form's id to its heading; null where there is none
     * @return empty where one of them cannot be read
     */
    public static Optional<ModelComparison> of(ModelSource before, ModelSource after, UnaryOperator<String> formNames) {
        return read(before, after, formNames).map(found -> found.complete(before, after));
    }

    private static Optional<ModelComparison> read(
            ModelSource before, ModelSource after, UnaryOperator<String> formNames) {
        if (after.ending().equals("form")) {
            return Json.read(before.text())
                    .flatMap(one -> Json.read(after.text()).map(other -> FormComparison.of(one, other)));
        }
        return Xml.read(before.text()).flatMap(one -> Xml.read(after.text())
                .map(other -> after.ending().equals("dmn")
                        ? DecisionComparison.of(one, other)
                        : ProcessComparison.of(one, other, formNames)));
    }

    private ModelComparison complete(ModelSource before, ModelSource after) {
        boolean silent = differences.isEmpty() && remarks.isEmpty();
        return silent && !Arrays.equals(before.content(), after.content())
                ? new ModelComparison(differences, List.of(ONLY_WRITTEN_OTHERWISE), rows)
                : this;
    }
}
