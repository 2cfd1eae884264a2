package org.smecluster.filing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The materials of 第十三条 that one version comes with.
 *
 * @param decisionVersion of the decision {@code applicationMaterials}
 * @param materials in the order of 第十三条
 */
public record MaterialCheck(int decisionVersion, List<ApplicationMaterial> materials) {

    public MaterialCheck {
        materials = List.copyOf(materials);
    }

    /** Those that the applicant has to provide and has not. */
    public List<ApplicationMaterial> missing() {
        return materials.stream().filter(ApplicationMaterial::missing).toList();
    }

    /** Of those, what comes without a reason. */
    public List<ApplicationMaterial> unexplained() {
        return materials.stream().filter(ApplicationMaterial::unexplained).toList();
    }

    public Optional<ApplicationMaterial> find(String code) {
        return materials.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Names them with their articles; empty where none is missing. */
    String missingNames() {
        return missing().stream().map(ApplicationMaterial::cited).collect(Collectors.joining("、"));
    }
}
