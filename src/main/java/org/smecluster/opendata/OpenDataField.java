package org.smecluster.opendata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.LegalBasis;

/**
 * What may be published of a recognised cluster at all: what its notice and its list made public. Contacts, figures of
 * enterprises and evidence are no fields, so that nobody can choose them.
 */
@LegalBasis(article = 12, item = 3)
public enum OpenDataField {
    NAME("clusterName", "集群名称", true, false),
    INDUSTRY("leadingIndustry", "主导产业", true, false),
    APPLICANT("applicant", "申报单位", true, false),
    COUNTY("county", "所在县（市、区）", true, false),
    CITY("city", "所在市", true, false),
    NUMBER("clusterNumber", "集群编号", false, false),
    RECOGNISED_ON("recognisedOn", "认定公布日期", false, true),
    DOCUMENT("documentNumber", "认定公布文号", false, false),
    TERM_ENDS_ON("termEndsOn", "有效期至", false, true),
    VALIDITY("validity", "有效期状态", false, false);

    private final String key;
    private final String label;
    private final boolean ofNotice;
    private final boolean day;

    OpenDataField(String key, String label, boolean ofNotice, boolean day) {
        this.key = key;
        this.label = label;
        this.ofNotice = ofNotice;
        this.day = day;
    }

    /** Those of a notice: what is published as long as the region chooses nothing else. */
    static List<OpenDataField> ofNotice() {
        return Arrays.stream(values()).filter(field -> field.ofNotice).toList();
    }

    public static Optional<OpenDataField> of(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /** The name in JSON, and of the property in its schema. */
    public String key() {
        return key;
    }

    /** The head of its column, and what the schema calls it. */
    public String label() {
        return label;
    }

    /** Whether it is a day, written as 2026-12-14. */
    public boolean day() {
        return day;
    }
}
