package org.smecluster.portal;

/** The charts of the dashboards, in the order of reading. */
enum ChartKey implements ChartHeading {
    OVERDUE_BY_STEP("逾期的工作：按环节", Form.BARS),
    OVERDUE_BY_CITY("逾期的工作：按市", Form.BARS),
    BATCH_FUNNEL("批次漏斗", Form.BARS),
    STAGE_TIMES("各环节用时与期限", Form.TIMES),
    INDICATOR_DISTRIBUTION("指标的分布和要求", Form.HISTOGRAM),
    EARLY_WARNINGS("预警：按条件", Form.STACKED),
    CLUSTERS_BY_PLACE("各地集群：按状态", Form.STACKED),
    CLUSTERS_BY_INDUSTRY("各主导产业集群：按状态", Form.STACKED),
    CONDITION_OUTCOMES("按条件看结论", Form.STACKED);

    private final String title;
    private final Form form;

    ChartKey(String title, Form form) {
        this.title = title;
        this.form = form;
    }

    @Override
    public String id() {
        return name();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Form form() {
        return form;
    }
}
