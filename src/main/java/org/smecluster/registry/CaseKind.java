package org.smecluster.registry;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of cases; the name is the part of the case number that says which. */
public enum CaseKind {
    PY("入库"),
    RD("认定"),
    FH("复核"),
    BG("变更"),
    BS("报送"),
    GJ("国家级"),
    CX("撤销"),
    AL("案例"),
    /** An objection after the publication (第十二条(三)). */
    YY("公布后异议");

    private static final Pattern CASE_NUMBER = Pattern.compile("NXJQ-\\d{4}-([A-Z]{2})-\\d{5}");

    private final String label;

    CaseKind(String label) {
        this.label = label;
    }

    /** The kind that a case number tells; empty where it is none, as a batch's. */
    public static Optional<CaseKind> of(String caseNumber) {
        Matcher matcher = CASE_NUMBER.matcher(caseNumber == null ? "" : caseNumber);
        return matcher.matches()
                ? Arrays.stream(values())
                        .filter(kind -> kind.name().equals(matcher.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }
}
