package org.smecluster.remedy;

import java.util.List;

/** The stored texts. They change through {@link Remedies} only, and none is taken away. */
public interface RemedyTexts {

    /** All of a kind, the latest first; at least what the system came with. */
    List<RemedyText> of(DecisionKind kind);

    /** @return false where somebody else has entered that version meanwhile */
    boolean enter(RemedyText text);
}
