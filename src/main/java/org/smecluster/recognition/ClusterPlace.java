package org.smecluster.recognition;

import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.springframework.stereotype.Component;

/** Where an application's cluster lies. */
@Component
class ClusterPlace {

    private final Units units;

    ClusterPlace(Units units) {
        this.units = units;
    }

    String applicantName(Application application) {
        return applicant(application).name();
    }

    Unit city(Application application) {
        return units.cityOf(application.applicantCode());
    }

    /** @param group of the city's department */
    String cityName(String group) {
        return units.ofGroup(group).map(Unit::name).orElse(group);
    }

    /**
     * The code in the cluster's number: that of the applicant's county-level unit; for a park directly under a city the
     * first county it named, else the city's own (GB/T 2260: its four digits and 00).
     */
    String countyCode(Application application) {
        return units.countyOf(application.applicantCode())
                .map(Unit::code)
                .or(() -> application.involvedCounties().stream().findFirst())
                .orElseGet(() -> city(application).code() + "00");
    }

    String countyName(Application application) {
        return units.find(countyCode(application))
                .orElseGet(() -> city(application))
                .name();
    }

    private Unit applicant(Application application) {
        return units.find(application.applicantCode())
                .orElseThrow(() -> new IllegalStateException("no unit " + application.applicantCode()));
    }
}
