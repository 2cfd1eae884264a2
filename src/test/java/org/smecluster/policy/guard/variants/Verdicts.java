package org.smecluster.policy.guard.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelJudge;
import org.smecluster.policy.engine.EngineFeel;
import org.smecluster.policy.guard.Guard;

/** What the two stages say of variants: the list of what a model may contain, then the guard. */
final class Verdicts {

    /**
     * @param refusals findings that refuse, of the stage that did
     * @param named    whether one of them names what was changed
     */
    record Verdict(Variant variant, Stage stage, List<ModelFinding> refusals, boolean named, long millis) {

        /** As the variant asks for. */
        boolean isRight() {
            return variant.spoilt() ? stage != Stage.NONE && named : stage == Stage.NONE;
        }
    }

    enum Stage {
        LIST,
        GUARD,
        NONE
    }

    private final ModelJudge list = new ModelJudge(AllowedInModels.shipped());
    private final Guard guard = Guard.shipped(new EngineFeel());

    Verdict of(Variant variant) {
        List<ModelFinding> listed = list.findings(variant.deployed());
        if (!listed.isEmpty()) {
            return new Verdict(variant, Stage.LIST, listed, names(listed, variant), 0);
        }
        long begun = System.nanoTime();
        List<ModelFinding> found = guard.findings(Files.shipped(), variant.deployed());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        List<ModelFinding> refusals =
                found.stream().filter(ModelFinding::refuses).toList();
        return new Verdict(
                variant,
                refusals.isEmpty() ? Stage.NONE : Stage.GUARD,
                refusals.isEmpty() ? found : refusals,
                names(refusals, variant),
                millis);
    }

    private static boolean names(List<ModelFinding> findings, Variant variant) {
        if (variant.elements().isEmpty()) {
            return !findings.isEmpty();
        }
        Set<String> words = findings.stream()
                .flatMap(
                        finding -> Pattern.compile("[^\\p{L}\\p{N}_.\\-]+|(?=[\\u4e00-\\u9fff])|(?<=[\\u4e00-\\u9fff])")
                                .splitAsStream(finding.sentence()))
                .collect(Collectors.toSet());
        return variant.elements().stream().anyMatch(words::contains);
    }

    List<Verdict> of(List<Catalogue.Entry> entries) {
        return entries.parallelStream()
                .map(entry -> of(entry.variant()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
