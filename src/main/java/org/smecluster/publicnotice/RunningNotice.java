package org.smecluster.publicnotice;

/** The running procedure, as the service tells it what happened. */
public interface RunningNotice {

    /**
     * @param subject of the notice
     * @throws org.smecluster.law.Refusal where the procedure is no longer running
     */
    void objectionReceived(String subject, long objectionId, String clusterName);
}
