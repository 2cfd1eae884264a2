package org.smecluster.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.material.ClusterWorkbook;

/**
 * One thing in which two versions of a workbook differ.
 *
 * @param sheet where it stands
 * @param item what it is about
 * @param before as the earlier version had it; {@code 无} where it had nothing
 * @param after as the later version has it; {@code 无} where it has nothing
 */
record MaterialChange(String sheet, String item, String before, String after) {

    private static final String NONE = "无";

    static List<MaterialChange> between(ClusterWorkbook earlier, ClusterWorkbook later) {
        List<MaterialChange> changes = new ArrayList<>();
        compare("基本情况", facts(earlier), facts(later), changes);
        compare("年度数据", figures(earlier), figures(later), changes);
        Map<String, MaterialList> after = new LinkedHashMap<>();
        MaterialList.of(later).forEach(list -> after.put(list.key(), list));
        for (MaterialList list : MaterialList.of(earlier)) {
            compare(list.title(), rows(list), rows(after.get(list.key())), changes);
        }
        return changes;
    }

    /** What differs between two sets of named values. */
    static List<MaterialChange> between(String sheet, Map<String, String> before, Map<String, String> after) {
        List<MaterialChange> changes = new ArrayList<>();
        compare(sheet, before, after, changes);
        return changes;
    }

    private static void compare(
            String sheet, Map<String, String> before, Map<String, String> after, List<MaterialChange> changes) {
        Set<String> items = new LinkedHashSet<>(before.keySet());
        items.addAll(after.keySet());
        for (String item : items) {
            String was = before.getOrDefault(item, NONE);
            String is = after.getOrDefault(item, NONE);
            if (!was.equals(is)) {
                changes.add(new MaterialChange(sheet, item, was, is));
            }
        }
    }

    private static Map<String, String> facts(ClusterWorkbook workbook) {
        Map<String, String> facts = new LinkedHashMap<>();
        BasicFact.of(workbook.basics()).forEach(fact -> facts.put(fact.label(), fact.value()));
        return facts;
    }

    private static Map<String, String> figures(ClusterWorkbook workbook) {
        Map<String, String> figures = new LinkedHashMap<>();
        List<Integer> years = workbook.reportingYears().all();
        for (FigureRow row : FigureRow.of(workbook.years())) {
            for (int i = 0; i < years.size(); i++) {
                figures.put(
                        "%s（%d年，%s）".formatted(row.label(), years.get(i), row.unit()),
                        row.values().get(i));
            }
        }
        return figures;
    }

    /** Rows that their leading columns do not tell apart are told apart by their place among their like. */
    private static Map<String, String> rows(MaterialList list) {
        Map<String, String> rows = new LinkedHashMap<>();
        Map<String, Integer> alike = new HashMap<>();
        for (List<String> row : list.rows()) {
            String name = String.join(" ", row.subList(0, list.identity()));
            int place = alike.merge(name, 1, Integer::sum);
            rows.put(place == 1 ? name : name + "（第" + place + "行）", rest(list, row));
        }
        return rows;
    }

    private static String rest(MaterialList list, List<String> row) {
        List<String> parts = new ArrayList<>();
        for (int i = list.identity(); i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                parts.add(list.columns().get(i) + "：" + row.get(i));
            }
        }
        return parts.isEmpty() ? "有" : String.join("；", parts);
    }
}
