package org.smecluster.recognition;

import org.smecluster.registry.ClusterRecord;

/** What a batch tells the processes that wait for it. A case that no longer runs is told nothing. */
public interface BatchMessages {

    void decided(String caseNumber, boolean recognised);

    /** The batch goes on without the case. */
    void batchClosed(String caseNumber);

    /** Nothing is left on the list that a person is about to publish: the step ends. */
    void listEmptied(Batch batch);

    /** Starts the watch over the cluster's term, once. */
    void termStarted(ClusterRecord cluster);

    /** Ends the stay in the pool that the case watches over, where it lasts. */
    void recognisedFromPool(String poolCase);
}
