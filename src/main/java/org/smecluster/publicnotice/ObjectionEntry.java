package org.smecluster.publicnotice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.smecluster.law.Refusal;

/**
 * An objection as an officer enters it.
 *
 * @param contact telephone, e-mail or address
 * @param receivedOn day on which the office received it
 * @param receiptNumber of the office's register; null or empty where there is none
 * @param scanFile id of the evidence that shows the receipt; null where there is none
 */
public record ObjectionEntry(
        String caseNumber,
        String objectorName,
        String contact,
        String grounds,
        LocalDate receivedOn,
        String receiptNumber,
        Long scanFile) {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_CONTACT = 200;
    static final int LONGEST_GROUNDS = 4000;
    private static final int LONGEST_RECEIPT = 60;

    /** Entered while the period runs, which needs no proof of its receipt. */
    public ObjectionEntry(
            String caseNumber, String objectorName, String contact, String grounds, LocalDate receivedOn) {
        this(caseNumber, objectorName, contact, grounds, receivedOn, null, null);
    }

    boolean proved() {
        return receiptNumber != null && !receiptNumber.isBlank() || scanFile != null;
    }

    /** @throws Refusal with everything that is missing or too long */
    void check() {
        List<String> reasons = new ArrayList<>();
        check(reasons, "异议人姓名或单位名称", objectorName, LONGEST_NAME);
        check(reasons, "联系方式", contact, LONGEST_CONTACT);
        check(reasons, "异议理由", grounds, LONGEST_GROUNDS);
        if (receiptNumber != null && receiptNumber.length() > LONGEST_RECEIPT) {
            reasons.add("收文编号最多" + LONGEST_RECEIPT + "个字，请删减");
        }
        if (receivedOn == null) {
            reasons.add("请填写收到异议的日期");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    private static void check(List<String> reasons, String label, String text, int longest) {
        if (text == null || text.isBlank()) {
            reasons.add("请填写" + label);
        } else if (text.length() > longest) {
            reasons.add(label + "最多" + longest + "个字，现为" + text.length() + "个字，请删减");
        }
    }
}
