package org.smecluster.indicator;

/** The titles of 第十一条(二), as the workbook's drop-down names them. */
public enum EnterpriseTitle {
    MANUFACTURING_CHAMPION("制造业单项冠军", false),
    LITTLE_GIANT("专精特新“小巨人”企业", true),
    INNOVATIVE_SME("创新型中小企业", true),
    SPECIALISED_SME("“专精特新”中小企业", true),
    NATIONAL_HIGH_TECH("国家级高新技术企业", false);

    private final String label;
    private final boolean forSmes;

    EnterpriseTitle(String label, boolean forSmes) {
        this.label = label;
        this.forSmes = forSmes;
    }

    /** Whether only an SME is given it; one that has outgrown its size since may still bear it. */
    public boolean isForSmes() {
        return forSmes;
    }

    public String label() {
        return label;
    }
}
