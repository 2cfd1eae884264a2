package org.smecluster.practice.process;

import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.smecluster.practice.PracticeTheme;
import org.springframework.stereotype.Component;

/** What the forms of {@code practiceCase} hand over, in the order of the model. */
@Component
final class PracticeForms implements FormRecords {

    enum Selection {
        SELECT("入选"),
        RETURN("退回修改"),
        REJECT("不入选");

        private final String label;

        Selection(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    @FormRecord("startPractice")
    record StartPractice(
            @Required String clusterNumber,
            @Required PracticeTheme theme,
            @Required String title,
            @Required String summary,
            @Required String results) {}

    @FormRecord("selectPractice")
    record SelectPractice(
            @Required Selection selection, @Required String opinion) {}

    @FormRecord("revisePractice")
    record RevisePractice(
            @Required String title,
            @Required String summary,
            @Required String results) {}
}
