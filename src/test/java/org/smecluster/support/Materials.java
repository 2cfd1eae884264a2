package org.smecluster.support;

import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.MaterialReview;
import org.smecluster.security.Account;
import org.springframework.beans.factory.BeanFactory;

/** The materials of 第十三条 in tests that are about something else: what a unit has no file of is explained, and accepted. */
public final class Materials {

    public static final String REASON = "正在办理，补正时提供。";

    private final CaseMaterials materials;
    private final MaterialReview review;

    public Materials(BeanFactory beans) {
        materials = beans.getBean(CaseMaterials.class);
        review = beans.getBean(MaterialReview.class);
    }

    /** A reason for each required material that is missing without one in the version in hand. */
    public void explain(String caseNumber, Account by) {
        materials.missing(caseNumber).stream()
                .filter(ApplicationMaterial::unexplained)
                .forEach(missing -> materials.explainAbsence(caseNumber, missing.code(), REASON, by));
    }

    /** The city accepts every reason of the version under review. */
    public void accept(String caseNumber, Account city) {
        materials.missing(caseNumber).forEach(missing -> review.tick(caseNumber, missing.code(), true, null, city));
    }
}
