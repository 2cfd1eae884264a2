package org.smecluster.remedy;

/**
 * What a decision bears at its end.
 *
 * @param issuer the authority by name
 * @param text what can be done against it, as it stood on the day; null where the decision is adverse to nobody
 */
public record Remedy(String issuer, String text) {

    /** For whoever is told the decision. */
    public String told() {
        return "作出机关：" + issuer + "。" + (text == null ? "" : "救济途径：" + text);
    }
}
