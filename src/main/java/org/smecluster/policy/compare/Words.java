package org.smecluster.policy.compare;

import java.util.regex.Pattern;

/** How values stand in a sentence. */
final class Words {

    /** Of what is longer, only that part is shown that differs, with so much around it. */
    private static final int LONG = 60;

    private static final int AROUND = 12;

    private static final Pattern ITSELF = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:个工作日)?|「[^「」]*」");

    private Words() {}

    /** Numbers and names in 「」 stand as they are. */
    static String quoted(String value) {
        String line = value.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "（空）";
        }
        return ITSELF.matcher(line).matches() ? line : "“" + line + "”";
    }

    /** Such as 名称由“初审”改为“市级初审”. */
    static String changed(String name, String before, String after) {
        int head = 0;
        int tail = 0;
        if (Math.max(before.length(), after.length()) > LONG) {
            int shorter = Math.min(before.length(), after.length());
            while (head < shorter && before.charAt(head) == after.charAt(head)) {
                head++;
            }
            while (tail < shorter - head
                    && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
                tail++;
            }
        }
        return name + "由" + quoted(part(before, head, tail)) + "改为" + quoted(part(after, head, tail));
    }

    private static String part(String text, int head, int tail) {
        int from = boundary(text, Math.max(0, head - AROUND));
        int to = boundary(text, Math.min(text.length(), text.length() - tail + AROUND));
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    /** Not between the halves of one character. */
    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** In 「」, or the other word where it is blank. */
    static String called(String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : "「" + name.strip().replaceAll("\\s+", " ") + "」";
    }
}
