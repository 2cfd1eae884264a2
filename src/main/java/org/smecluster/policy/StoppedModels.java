package org.smecluster.policy;

import java.util.List;

/** What was stored before the list of what a model may contain was what it is now, and therefore stands still. */
public interface StoppedModels {

    List<StoppedModel> models();

    List<StoppedFilter> filters();
}
