package org.smecluster.publicnotice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored objections that came online. */
public interface OnlineObjections {

    /**
     * Stores it as received, or as a lead where it is not signed.
     *
     * @param secretSha256 of the secret that its sender has
     * @param files ids of letters
     */
    void insert(OnlineObjection objection, String secretSha256, Collection<Long> files);

    Optional<OnlineObjection> find(String receiptNumber);

    /** Nobody else decides it until the transaction ends. */
    Optional<OnlineObjection> lock(String receiptNumber);

    Optional<OnlineObjection> ofSecret(String secretSha256);

    /** Whether the same person has handed in something about the notice. */
    boolean isFrom(long noticeId, String objectorName, String contact);

    /** Of those states, the earliest first; of those that are decided the last first. */
    List<OnlineObjection> in(Collection<AdmissionState> states, int from, int most);

    int count(Collection<AdmissionState> states);

    /** Case numbers of the notice's clusters that something waits for to be entered. */
    List<String> waitingCases(long noticeId);

    /** Receipt numbers of what was entered, by the id of what it was entered as. */
    Map<Long, String> receipts(long noticeId);

    /** Ids of letters, in the order in which they came. */
    List<Long> files(long id);

    /** @param objectionId null where it is not entered */
    void decided(
            long id,
            AdmissionState state,
            String reason,
            Long objectionId,
            String decidedBy,
            String decidedByName,
            Instant at);
}
