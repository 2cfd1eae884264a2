package org.smecluster.portal;

import java.util.List;
import java.util.Map;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.ApplicationMaterial.Provider;
import org.smecluster.filing.ApplicationMaterial.Requirement;
import org.smecluster.filing.MaterialCheck;

/**
 * One kind of material of 第十三条, ready to read.
 *
 * @param status in one word
 * @param style class of the word
 * @param list key of the list that holds it; null where none does
 * @param printed whether the printed application is what it is
 */
record MaterialLine(ApplicationMaterial material, String status, String style, String list, boolean printed) {

    /** @param lists those with rows, by the article that asks for them */
    static List<MaterialLine> of(MaterialCheck check, Map<String, MaterialList> lists) {
        return check.materials().stream()
                .map(material -> new MaterialLine(
                        material,
                        status(material),
                        style(material),
                        lists.containsKey(material.article())
                                ? lists.get(material.article()).key()
                                : null,
                        material.held() && material.code().equals("applicationForm")))
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
