package org.smecluster.recognition;

/**
 * An entry of a list that clusters are sorted by.
 *
 * @param code unique in its list
 * @param division heading that it stands under, null for none
 * @param source document that names it
 * @param retired no longer to be chosen
 */
public record Sector(SectorScheme scheme, String code, String name, String division, String source, boolean retired) {

    /** As it is told: a sub-sector with its code. */
    public String told() {
        return scheme == SectorScheme.GB4754 ? code + " " + name : name;
    }
}
