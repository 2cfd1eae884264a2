package org.smecluster.portal;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The sections of a case file that only an application for recognition has. */
@Component
class CaseRecognition {

    private final CaseVerification verification;
    private final CaseOtherCities otherCities;
    private final CaseSectors sectors;

    CaseRecognition(CaseVerification verification, CaseOtherCities otherCities, CaseSectors sectors) {
        this.verification = verification;
        this.otherCities = otherCities;
        this.sectors = sectors;
    }

    boolean has(CaseSection section, OpenCase file) {
        return switch (section) {
            case VERIFICATION -> verification.has(file);
            case OTHER_CITIES -> otherCities.has(file);
            case SECTORS -> sectors.has(file);
            default -> false;
        };
    }

    void fill(CaseSection section, Model model, OpenCase file) {
        switch (section) {
            case VERIFICATION -> verification.fill(model, file);
            case OTHER_CITIES -> otherCities.fill(model, file);
            case SECTORS -> sectors.fill(model, file);
            default -> throw new IllegalArgumentException(section.key());
        }
    }
}
