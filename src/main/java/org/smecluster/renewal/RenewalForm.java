package org.smecluster.renewal;

import java.util.Objects;

/**
 * The application as it was filled in.
 *
 * @param reasons why the unit applies
 * @param summary of the three years' development
 * @param contact name and telephone
 */
public record RenewalForm(String clusterNumber, String reasons, String summary, String contact) {

    public RenewalForm {
        Objects.requireNonNull(clusterNumber, "clusterNumber");
        Objects.requireNonNull(reasons, "reasons");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(contact, "contact");
    }
}
