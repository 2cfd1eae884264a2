package org.smecluster.material;

/** The seven kinds of right that 第十三条(七) lists, and what its 等 leaves open. */
public enum PatentKind implements Labelled {
    INVENTION_PATENT("发明专利"),
    DEFENCE_PATENT("国防专利"),
    PLANT_VARIETY("植物新品种"),
    NATIONAL_CROP_VARIETY("国家级农作物品种"),
    NEW_DRUG("国家新药"),
    CLASS_ONE_TCM("国家一级中药保护品种"),
    CIRCUIT_LAYOUT("集成电路布图设计专有权"),
    OTHER("其他");

    private final String label;

    PatentKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
