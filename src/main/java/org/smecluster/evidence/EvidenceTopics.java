package org.smecluster.evidence;

import java.util.List;

/** What files of a case may be evidence of beside materials and assessed conditions: one bean for each part that asks. */
public interface EvidenceTopics {

    /** @param article as cited */
    record Topic(String code, String label, String article) {

        public String cited() {
            return article + label;
        }
    }

    List<Topic> topics(String caseNumber);
}
