package org.smecluster.portal;

import java.util.List;
import java.util.Map;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.ApplicationMaterial.Provider;
import org.smecluster.filing.ApplicationMaterial.Requirement;
import org.smecluster.filing.MaterialCheck;
import org.smecluster.portal.CaseEvidence.Tick;

/**
 * One kind of material of 第十三条, ready to read.
 *
 * @param status in one word
 * @param style class of the word
 * @param list key of the list that holds it; null where none does
 * @param printed whether the printed application is what it is
 * @param ticks what reviewers said of it, as far as the person may know
 */
record MaterialLine(
        ApplicationMaterial material, String status, String style, String list, boolean printed, List<Tick> ticks) {

    /** @param lists those with rows, by the article that asks for them */
    static List<MaterialLine> of(MaterialCheck check, Map<String, MaterialList> lists, Map<String, List<Tick>> ticks) {
        return check.materials().stream()
                .map(material -> new MaterialLine(
                        material,
                        status(material),
                        style(material),
                        lists.containsKey(material.article())
                                ? lists.get(material.article()).key()
                                : null,
                        material.held() && material.code().equals("applicationForm"),
                        ticks.getOrDefault(material.code(), List.of())))
                .toList();
    }

    private static String status(ApplicationMaterial material) {
        if (material.held()) {
            return "已有";
        }
        if (material.missing()) {
            return "未提供";
        }
        if (material.providedBy() == Provider.CITY) {
            return "待出具";
        }
        return material.requirement() == Requirement.NOT_APPLICABLE ? "不需要" : "未填报";
    }

    private static String style(ApplicationMaterial material) {
        if (material.held()) {
            return "outcome-MET";
        }
        return material.missing() ? "outcome-NEEDS_EXPLANATION" : "outcome-MISSING";
    }
}
