package org.smecluster.support;

import org.smecluster.filing.CaseMaterials;
import org.smecluster.security.Account;
import org.springframework.beans.factory.BeanFactory;

/** The materials of 第十三条 in tests that are about something else: what a unit has no file of is explained. */
public final class Materials {

    public static final String REASON = "正在办理，补正时提供。";

    private final CaseMaterials materials;

    public Materials(BeanFactory beans) {
        materials = beans.getBean(CaseMaterials.class);
    }

    /** A reason for each required material that is missing without one in the version in hand. */
    public void explain(String caseNumber, Account by) {
        materials.unexplained(caseNumber).forEach(code -> materials.explainAbsence(caseNumber, code, REASON, by));
    }
}
