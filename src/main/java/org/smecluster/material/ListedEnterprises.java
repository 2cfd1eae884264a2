package org.smecluster.material;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.law.TypedText;

/**
 * The rows of 企业名单, for the lists that name them. A row whose code could not be read may be any one enterprise: as many
 * names are asked about as there are such rows, the likeliest; every other that is not listed is an error at once.
 */
final class ListedEnterprises {

    enum Listed {
        SME,
        LARGE,
        /** Not listed, or not read. */
        UNCERTAIN
    }

    private record Naming(Values row, Field<CreditCode> field) {}

    private final List<Values> rows;
    private final Findings findings;
    private final Map<CreditCode, Values> byCode = new HashMap<>();
    private final List<Integer> unread = new ArrayList<>();
    private final Map<CreditCode, List<Naming>> absent = new LinkedHashMap<>();

    ListedEnterprises(List<Values> rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
        for (int place = 0; place < rows.size(); place++) {
            CreditCode code = rows.get(place).get(Layout.CODE);
            if (code == null) {
                unread.add(place);
            } else {
                byCode.put(code, rows.get(place));
            }
        }
    }

    Listed find(Values row, Field<CreditCode> field) {
        CreditCode code = row.get(field);
        if (code == null) {
            return Listed.UNCERTAIN;
        }
        Values listed = byCode.get(code);
        if (listed == null) {
            absent.computeIfAbsent(code, any -> new ArrayList<>()).add(new Naming(row, field));
            return Listed.UNCERTAIN;
        }
        EnterpriseSize size = listed.get(Layout.SIZE);
        if (size == null) {
            return Listed.UNCERTAIN;
        }
        if (!size.isSme()) {
            findings.warning(row, field, "企业" + code + "是大型企业，本行不计入", "本清单只计中小企业；如规模有误请改“企业名单”");
        }
        return size.isSme() ? Listed.SME : Listed.LARGE;
    }

    /** After all that is to be found was asked for. */
    void tellAbsent() {
        Set<CreditCode> doubtful = likeliest();
        absent.forEach((code, namings) -> {
            if (doubtful.contains(code)) {
                Naming first = namings.get(0);
                findings.warning(
                        first.row(),
                        first.field(),
                        "企业" + code + "（共" + namings.size() + "行）不在“企业名单”已读出的代码中，可能就是代码没有读出的那一行",
                        "先改正“企业名单”中的代码；不是该行的，请在“企业名单”中列出该企业，或改正此处代码");
            } else {
                namings.forEach(each ->
                        findings.error(each.row(), each.field(), "企业" + code + "不在“企业名单”中", "请先在“企业名单”中列出该企业，或改正代码"));
            }
        });
    }

    /** For each row that was not read the code most like what stands there, or else most like its neighbours. */
    private Set<CreditCode> likeliest() {
        Set<CreditCode> taken = new HashSet<>();
        for (int place : unread) {
            if (taken.size() == absent.size()) {
                break;
            }
            String text = TypedText.code(rows.get(place).unreadText(Layout.CODE));
            absent.keySet().stream()
                    .filter(code -> !taken.contains(code))
                    .max(Comparator.<CreditCode>comparingInt(code -> alike(code, text))
                            .thenComparingInt(
                                    code -> Math.max(alike(code, code(place - 1)), alike(code, code(place + 1)))))
                    .ifPresent(taken::add);
        }
        return taken;
    }

    private String code(int place) {
        CreditCode code =
                place < 0 || place >= rows.size() ? null : rows.get(place).get(Layout.CODE);
        return code == null ? "" : code.value();
    }

    /** How many characters the two have in common from the first on. */
    private static int alike(CreditCode code, String text) {
        int most = Math.min(code.value().length(), text.length());
        for (int i = 0; i < most; i++) {
            if (code.value().charAt(i) != text.charAt(i)) {
                return i;
            }
        }
        return most;
    }
}
