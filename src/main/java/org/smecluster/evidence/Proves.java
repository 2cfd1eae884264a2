package org.smecluster.evidence;

/**
 * What a file is evidence of: a kind of material of 第十三条, or a condition of 第十一条.
 *
 * @param material null where it is of a condition
 * @param condition code, e.g. {@code pillarIndustry}; null where it is of a kind of material
 */
public record Proves(MaterialKind material, String condition) {

    public Proves {
        if ((material == null) == (condition == null)) {
            throw new IllegalArgumentException("either a kind of material or a condition");
        }
    }

    public static Proves material(MaterialKind kind) {
        return new Proves(kind, null);
    }

    public static Proves condition(String code) {
        return new Proves(null, code);
    }
}
