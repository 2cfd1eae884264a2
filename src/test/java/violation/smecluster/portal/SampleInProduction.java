package violation.smecluster.portal;

import org.smecluster.sample.engine.SampleUsers;

/** What the jar does not hold. */
class SampleInProduction {

    Class<?> users = SampleUsers.class;
}
