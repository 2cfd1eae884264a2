package org.smecluster.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.law.Outcome;
import org.smecluster.security.Account;

/** The stored verifications. They change through {@link OnSiteVerification} only. */
public interface SiteVerifications {

    /** Without its rows; empty as long as day and people were not saved. */
    Optional<SiteVerification> head(long applicationId);

    /** Those that were saved. */
    List<SiteFinding> rows(long applicationId);

    void saveHead(long applicationId, LocalDate verifiedOn, List<String> people, String note, int revision, Account by);

    void saveRow(long applicationId, ConditionItem item, Outcome judgement, String seen, int revision, Account by);

    void complete(long applicationId, String summary, Account by);
}
