package org.smecluster.filing;

/**
 * One kind of material of 第十三条, and what the system holds of it.
 *
 * @param code as the decision names it, e.g. {@code developmentPlan}
 * @param article as cited
 * @param note the decision's word on when it is required
 * @param held whether anything of it is there
 * @param holding what is there, or why nothing is, in words
 * @param absence why it is missing, in the unit's words; null where no reason was given or none is needed
 */
public record ApplicationMaterial(
        String code,
        String name,
        Provider providedBy,
        Requirement requirement,
        String article,
        String note,
        boolean held,
        String holding,
        String absence) {

    public enum Provider {
        APPLICANT("申报主体"),
        CITY("市级主管部门");

        private final String label;

        Provider(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Requirement {
        REQUIRED("必须提供"),
        IF_APPLICABLE("有则提供"),
        NOT_APPLICABLE("不必提供");

        private final String label;

        Requirement(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Required of the applicant, and not there. */
    public boolean missing() {
        return providedBy == Provider.APPLICANT && requirement == Requirement.REQUIRED && !held;
    }

    /** With its article, e.g. 第十三条(三)集群发展规划. */
    public String cited() {
        return article + name;
    }

    /** Holds a submission back. */
    public boolean unexplained() {
        return missing() && absence == null;
    }

    ApplicationMaterial holding(boolean held, String holding) {
        return new ApplicationMaterial(code, name, providedBy, requirement, article, note, held, holding, absence);
    }

    /** @param reason why it is missing; of what is not missing none is kept */
    ApplicationMaterial absent(String reason) {
        return missing()
                ? new ApplicationMaterial(code, name, providedBy, requirement, article, note, held, holding, reason)
                : this;
    }
}
