package org.smecluster.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.calendar.TypedDay;
import org.smecluster.indicator.CreditCode;
import org.smecluster.law.Refusal;

/** The form of an incident as it was sent; any field may be null. */
record IncidentEntry(
        String type, String level, String occurredOn, String enterpriseName, String enterpriseCode, String source) {

    /** @throws Refusal where a field is missing or cannot be read */
    Incident incident() {
        List<String> problems = new ArrayList<>();
        IncidentType kind = named(IncidentType.values(), type);
        IncidentLevel grade = named(IncidentLevel.values(), level);
        if (kind == null) {
            problems.add("请选择类型");
        }
        if (grade == null && !blank(level)) {
            problems.add("等级“" + level + "”不在可选范围内，请重新选择");
        }
        LocalDate day = null;
        try {
            day = blank(occurredOn) ? null : TypedDay.parse(occurredOn);
        } catch (DateTimeParseException unreadable) {
            day = null;
        }
        if (day == null) {
            problems.add("请填写发生日期，格式为年-月-日，例如2025-06-30");
        }
        require("企业名称", enterpriseName, 200, problems);
        require("来源", source, 1000, problems);
        String code = blank(enterpriseCode) ? null : CreditCode.normalise(enterpriseCode);
        if (code != null && !CreditCode.isValid(code)) {
            problems.add("统一社会信用代码“" + code + "”不正确，请核对18位代码；不清楚的可以不填");
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return new Incident(kind, grade, day, code, enterpriseName.strip(), source.strip());
    }

    private static void require(String label, String text, int longest, List<String> problems) {
        if (blank(text)) {
            problems.add("请填写" + label);
        } else if (text.strip().length() > longest) {
            problems.add(label + "不能超过" + longest + "字");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
