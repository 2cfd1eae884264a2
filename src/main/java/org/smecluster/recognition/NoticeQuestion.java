package org.smecluster.recognition;

import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.smecluster.calendar.TypedDay;
import org.smecluster.law.Refusal;

/**
 * What the annual notice asks of each application of a batch beside the Measures.
 *
 * @param code that files of evidence name it by
 * @param choices of one of kind CHOICE; empty of the others
 */
public record NoticeQuestion(
        long id,
        long batchId,
        String code,
        String question,
        Kind kind,
        List<String> choices,
        boolean required,
        String addedByName) {

    private static final int LONGEST = 2000;

    /** How a question is answered. */
    public enum Kind {
        TEXT("文字"),
        NUMBER("数字"),
        CHOICE("选择"),
        DATE("日期"),
        FILE("文件");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public NoticeQuestion {
        choices = List.copyOf(choices);
    }

    /**
     * The answer as it is kept; null where it is blank.
     *
     * @throws Refusal where it is none to such a question
     */
    String answer(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String said = typed.strip();
        return switch (kind) {
            case TEXT -> text(said);
            case NUMBER -> number(said);
            case DATE -> day(said);
            case CHOICE -> {
                if (!choices.contains(said)) {
                    throw new Refusal("“" + question + "”请从所列的答案中选择");
                }
                yield said;
            }
            case FILE -> throw new Refusal("“" + question + "”请在“案件资料—佐证材料”上传文件");
        };
    }

    private String text(String said) {
        if (said.length() > LONGEST) {
            throw new Refusal("“" + question + "”的回答至多" + LONGEST + "字，现有" + said.length() + "字");
        }
        return said;
    }

    private String number(String said) {
        try {
            return text(new BigDecimal(said).toPlainString());
        } catch (NumberFormatException unreadable) {
            throw new Refusal("“" + question + "”请只填数字，例如 12.5");
        }
    }

    private String day(String said) {
        try {
            return TypedDay.parse(said).toString();
        } catch (DateTimeParseException unreadable) {
            throw new Refusal("“" + question + "”请填日期，例如2026-12-02");
        }
    }
}
