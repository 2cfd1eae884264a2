package org.smecluster.indicator;

/** The titles of 第十一条(二), as the workbook's drop-down names them. */
public enum EnterpriseTitle {
    MANUFACTURING_CHAMPION("制造业单项冠军"),
    LITTLE_GIANT("专精特新“小巨人”企业"),
    INNOVATIVE_SME("创新型中小企业"),
    SPECIALISED_SME("“专精特新”中小企业"),
    NATIONAL_HIGH_TECH("国家级高新技术企业");

    private final String label;

    EnterpriseTitle(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
