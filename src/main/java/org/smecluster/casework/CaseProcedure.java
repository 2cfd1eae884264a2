package org.smecluster.casework;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smecluster.law.Refusal;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;

/** What a procedure tells of its cases and lets be done to them beside their tasks: one bean for each kind of case. */
public interface CaseProcedure {

    /** A part of the page that not every case has. */
    enum Part {
        OPINIONS,
        /** The figures beside those of the year before. */
        TREND
    }

    /** @param path of the page that tells more; null where there is none */
    record Fact(String label, String value, String path) {

        public static Fact of(String label, Object value) {
            return new Fact(label, String.valueOf(value), null);
        }
    }

    /**
     * @param title e.g. 撤回申报
     * @param note until when, and what follows
     */
    record Withdrawal(String title, String note) {}

    CaseKind kind();

    /** The heading of a case's page, e.g. 认定申报案件. */
    String title(CaseRecord record);

    /** Id of the process that the case runs on. */
    String process(CaseRecord record);

    /** What the data of a case are called on paper. */
    default String paper() {
        return kind().label() + "数据表";
    }

    default Set<Part> parts() {
        return EnumSet.noneOf(Part.class);
    }

    /** What is to be told of the case beside what every case has, in the order of reading. */
    default List<Fact> facts(CaseRecord record) {
        return List.of();
    }

    /** Who has to do what now, in a sentence; empty where nothing is to be said. */
    default Optional<String> nextStep(CaseRecord record) {
        return Optional.empty();
    }

    /** How the unit withdraws the case; empty where it cannot, or no more. */
    default Optional<Withdrawal> withdrawal(CaseRecord record) {
        return Optional.empty();
    }

    /**
     * The unit withdraws the case.
     *
     * @throws Refusal where it cannot, or no more
     */
    default void withdraw(String caseNumber, String reason, Account by) {
        throw new Refusal(kind().label() + "案件不能由本单位撤回");
    }

    /** The procedure of a kind whose cases have nothing of their own to tell. */
    static CaseProcedure of(CaseKind kind, String title, String process) {
        return new CaseProcedure() {
            @Override
            public CaseKind kind() {
                return kind;
            }

            @Override
            public String title(CaseRecord record) {
                return title;
            }

            @Override
            public String process(CaseRecord record) {
                return process;
            }
        };
    }
}
