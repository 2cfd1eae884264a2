package org.smecluster.portal;

import java.util.Map;
import java.util.function.Function;

/** Draws charts of the dashboards for the person who looks, within his or her scope. */
interface ChartSource {

    Map<ChartKey, Function<DashboardView, Chart>> charts();
}
