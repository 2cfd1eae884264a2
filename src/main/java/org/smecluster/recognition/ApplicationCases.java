package org.smecluster.recognition;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.law.Article;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.Remedies;
import org.smecluster.remedy.Remedy;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Component;

/** An application and its case, which move together: its state, where the case stands, and what was said by whom. */
@Component
class ApplicationCases {

    private static final Article BY_CITY = Article.of(12, 2);
    private static final Article BY_REGION = Article.of(12, 3);

    private final Applications applications;
    private final Casework casework;
    private final Accounts accounts;
    private final Remedies remedies;

    ApplicationCases(Applications applications, Casework casework, Accounts accounts, Remedies remedies) {
        this.applications = applications;
        this.casework = casework;
        this.accounts = accounts;
        this.remedies = remedies;
    }

    CaseRecord open(NewCase opened, int year, Account by) {
        return casework.open(opened, year, by);
    }

    /** @param reason null where nothing is to be said */
    void enter(Application application, ApplicationState state, String reason) {
        applications.enter(application.id(), state, reason);
        casework.stand(application.caseNumber(), state.label());
    }

    /**
     * @param outcome a closed state
     * @param reason null where nothing is to be said
     * @param by null where the system does it
     */
    void close(Application application, ApplicationState outcome, String reason, CaseEntry last, Account by) {
        applications.enter(application.id(), outcome, reason);
        casework.end(application.caseNumber(), outcome.name(), outcome.label(), reason, last, by);
    }

    void add(Application application, CaseEntry entry, Account by) {
        casework.add(application.caseNumber(), entry, by);
    }

    /** @param by null where the system did it */
    void step(Application application, String key, String title, String text, Account by) {
        casework.step(application.caseNumber(), key, title, text, by);
    }

    /** As {@link Casework#say}. */
    void say(Application application, CaseEntry entry, Account by) {
        casework.say(application.caseNumber(), entry, by);
    }

    /** As {@link #say}. @return the entry's key */
    String sayOf(Application application, CaseEntry entry, Account by) {
        return casework.say(application.caseNumber(), entry, by);
    }

    /** The cluster of the application has entered the registry, with what the unit applied for under its name before. */
    void registered(Application application, String clusterNumber) {
        casework.name(application.caseNumber(), clusterNumber);
        casework.adopt(casework.get(application.caseNumber()), clusterNumber);
    }

    /** The person of a decision that was stored; one whose account was deleted goes by the user id. */
    Account person(String userId) {
        return accounts.find(userId).orElseGet(() -> new Account(userId, userId, List.of()));
    }

    /** What an authority said of the version of that round. */
    void add(Application application, Opinion opinion, int round, Account by) {
        boolean deliberation = opinion.stage() == OpinionStage.RE_REVIEW;
        CaseEntry entry = CaseEntry.of(
                        EntryKind.OPINION,
                        opinion.stage().name() + "-" + round,
                        opinion.stage().label(),
                        opinion.text())
                .under(deliberation ? BY_REGION : BY_CITY)
                .with("结论", opinion.conclusion().label())
                .with("对需说明条件的判断", opinion.softMissJudgement())
                .with("补正期限", opinion.correctionWorkingDays() == null ? null : opinion.correctionWorkingDays() + "个工作日")
                .bearing(kind(opinion.conclusion())
                        .map(kind -> remedy(application, kind))
                        .orElse(null));
        if (opinion.documentNumber() != null) {
            entry = entry.withDocument(opinion.documentNumber(), opinion.documentDate());
        }
        casework.add(application.caseNumber(), deliberation ? entry.deliberated() : entry, by);
    }

    /** What such a decision on the application bears today. */
    Remedy remedy(Application application, DecisionKind kind) {
        return remedies.of(kind, application.cityGroup());
    }

    private static Optional<DecisionKind> kind(Conclusion conclusion) {
        return switch (conclusion) {
            case ACCEPT -> Optional.of(DecisionKind.ACCEPTANCE);
            case RETURN -> Optional.of(DecisionKind.CORRECTION);
            case REFUSE -> Optional.of(DecisionKind.REFUSAL);
            case NOT_RECOMMEND -> Optional.of(DecisionKind.NOT_RECOMMENDED);
            default -> Optional.empty();
        };
    }

    /** What the batch decided of an application. */
    static CaseEntry decision(String key, String title, String text) {
        return CaseEntry.of(EntryKind.DECISION, key, title, text).under(BY_REGION);
    }

    /** What became of it. */
    static CaseEntry event(String key, String title, String text) {
        return CaseEntry.of(EntryKind.EVENT, key, title, text).under(BY_REGION);
    }
}
