package org.smecluster.filing;

import java.util.Set;

/**
 * What of a version in hand may be changed.
 *
 * @param all whether everything may
 * @param codes where not: the materials, as the decision {@code applicationMaterials} names them
 * @param workbook whether another workbook may be uploaded
 */
public record Opening(boolean all, Set<String> codes, boolean workbook) {

    static final Opening ALL = new Opening(true, Set.of(), true);

    public Opening {
        codes = Set.copyOf(codes);
    }

    public boolean has(String code) {
        return all || codes.contains(code);
    }

    /** Whether declarations may be changed: they are the form of 第十三条(二). */
    public boolean form() {
        return all || codes.stream().anyMatch(MaterialTable::isForm);
    }
}
