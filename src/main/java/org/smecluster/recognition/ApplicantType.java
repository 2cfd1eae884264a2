package org.smecluster.recognition;

import org.smecluster.law.LegalBasis;
import org.smecluster.region.ParkKind;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitLevel;

/** Who applies. The codes are those of the decision table {@code applicantEligibility}. */
@LegalBasis(article = 12, item = 1)
public enum ApplicantType {
    COUNTY_DEPARTMENT("县级中小企业主管部门"),
    PARK_COMMITTEE("开发区（工业园区）管委会"),
    OPERATING_BODY("运营管理机构");

    private final String label;

    ApplicantType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static ApplicantType of(Unit unit) {
        if (unit.level() == UnitLevel.COUNTY) {
            return COUNTY_DEPARTMENT;
        }
        return unit.parkKind() == ParkKind.OPERATOR ? OPERATING_BODY : PARK_COMMITTEE;
    }
}
