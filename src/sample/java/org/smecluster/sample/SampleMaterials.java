package org.smecluster.sample;

import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.MaterialReview;
import org.smecluster.security.Account;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The samples come without files: for each that 第十三条 asks for there is a reason, and the city accepts it. */
@Component
@Profile("!production & !test")
class SampleMaterials {

    private final CaseMaterials materials;
    private final MaterialReview review;

    SampleMaterials(CaseMaterials materials, MaterialReview review) {
        this.materials = materials;
        this.review = review;
    }

    void explain(String caseNumber, Account applicant) {
        materials.missing(caseNumber).stream()
                .filter(ApplicationMaterial::unexplained)
                .forEach(missing -> materials.explainAbsence(caseNumber, missing.code(), "示例数据不含文件。", applicant));
    }

    void accept(String caseNumber, Account city) {
        materials.missing(caseNumber).forEach(missing -> review.tick(caseNumber, missing.code(), true, null, city));
    }
}
