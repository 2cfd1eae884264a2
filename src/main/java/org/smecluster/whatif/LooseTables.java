package org.smecluster.whatif;

import java.util.List;
import java.util.Set;
import org.smecluster.engine.DecisionTables;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.LiveFile;

/** Decision tables as they are written, not as they are deployed: evaluating one leaves nothing anywhere. */
public interface LooseTables {

    /**
     * @param live    what is in force; a decision bears its version
     * @param instead files whose decisions take the place of those of the same id, one version further
     * @param wanted  ids of the decisions that will be asked; what they require is of their own file
     * @throws RuntimeException where a file cannot be read
     */
    Tables of(List<LiveFile> live, List<ModelSource> instead, Set<String> wanted);

    /** May be asked by several threads at once. */
    interface Tables extends DecisionTables {

        /**
         * The rule's place in its table, counted from 1 as the Modeler counts; 0 where there is none of that id.
         *
         * @param decision its id
         * @param rule     its id
         */
        int row(String decision, String rule);
    }
}
