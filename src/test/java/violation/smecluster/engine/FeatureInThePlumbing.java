package violation.smecluster.engine;

import violation.smecluster.renewal.AnotherProcedure;

/** Breaks on purpose what {@code HouseRulesTest} guards: the plumbing knows a feature. */
class FeatureInThePlumbing {
    AnotherProcedure feature;
}
