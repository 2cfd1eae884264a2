package org.smecluster.portal;

import org.smecluster.assessment.NumberedRequirement;
import org.smecluster.recognition.Batch;
import org.smecluster.region.Unit;

/**
 * What the dashboards are about.
 *
 * @param batch null where there is none yet
 * @param year of monitoring; null where there is none yet
 * @param city to which the autonomous region narrows what it sees; null: all that the reader may see
 * @param indicator whose distribution is shown; null where the tables in force ask for no number
 * @param own group of the reader's city; null of the autonomous region
 */
record DashboardView(Batch batch, Integer year, Unit city, String own, NumberedRequirement indicator) {

    /** As reports name it; null for all. */
    public String cityGroup() {
        return city == null ? null : city.group();
    }

    /** Whose cases are counted; null for all. A city reads cases of others too, where it is asked: they are not its own. */
    String caseCity() {
        return own == null ? cityGroup() : own;
    }

    /** Whether all of it lies in one city. */
    boolean one() {
        return caseCity() != null;
    }
}
