package org.smecluster.policy.draft;

import java.util.Collection;
import java.util.List;
import org.smecluster.policy.ModelSource;
import org.smecluster.security.Account;

/** What runs in the engine, and putting something else in its place. */
public interface LiveModels {

    /** Nobody else deploys until the transaction ends. */
    void lock();

    /** All that runs: one file for each latest version. */
    List<LiveFile> all();

    /** Those of the live files of which the given file would replace something. */
    List<LiveFile> replacedBy(ModelSource file, List<LiveFile> live);

    /** Whether each thing that the file defines runs as this very file, byte for byte. */
    boolean runs(ModelSource file, List<LiveFile> live);

    /** Whether there is a process, decision or form in both. */
    boolean defineTheSame(ModelSource one, ModelSource other);

    /**
     * Deploys the files and undoes it, in a transaction of its own that takes the lock.
     *
     * @throws org.smecluster.policy.ModelsRefused with what the engine finds
     */
    void tryOut(Collection<ModelSource> files, Account doer);

    /**
     * In one deployment, in the present transaction, past the two persons: whoever calls has asked them.
     *
     * @param shipped whether the files count as those of the application, which the upgrades replace
     * @return the deployment's id
     */
    String deploy(String name, Collection<ModelSource> files, boolean shipped, Account doer);
}
