package org.smecluster.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.smecluster.law.Outcome;

/**
 * Which of a year's reports are listed, as the address has it; null: all.
 *
 * @param city group of the city
 * @param condition code of a condition that the report warns of
 * @param today what was found of that condition when the report was assessed
 */
record ReportChoice(String city, ReportFilter show, String condition, Outcome today) {

    static final ReportChoice ALL = new ReportChoice(null, null, null, null);

    ReportChoice {
        city = city == null || city.isBlank() ? null : city;
        condition = condition == null || condition.isBlank() ? null : condition;
    }

    String of(String path) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("city", city);
        said.put("show", show);
        said.put("condition", condition);
        said.put("today", condition == null ? null : today);
        return ListAddress.of(path, said);
    }
}
