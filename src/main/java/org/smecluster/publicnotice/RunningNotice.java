package org.smecluster.publicnotice;

/** The running procedure, as the service tells it what happened. */
public interface RunningNotice {

    /**
     * @param subject of the notice
     * @param reopens the period is over: where the procedure has ended it begins anew
     * @throws org.smecluster.law.Refusal where the procedure is no longer running
     */
    void objectionReceived(String subject, long objectionId, String clusterName, boolean reopens);

    /** Nothing that came online waits any more; a procedure that does not wait for it is told nothing. */
    void admissionsDecided(String subject);
}
