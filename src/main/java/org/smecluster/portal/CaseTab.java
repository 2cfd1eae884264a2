package org.smecluster.portal;

import java.util.function.BiFunction;
import org.smecluster.registry.CaseKind;
import org.springframework.ui.Model;

/** What Tasklist's tab 案件资料 shows for the tasks of one kind of case, whichever process they are in. */
interface CaseTab {

    CaseKind kind();

    /**
     * Fills the model.
     *
     * @return the fragment's view
     * @throws NotVisible where there is no such case, or the person may not see it
     */
    String tab(String caseNumber, Model model);

    /** The tab of a kind that the page shows as it shows others. */
    static CaseTab of(CaseKind kind, BiFunction<String, Model, String> page) {
        return new CaseTab() {
            @Override
            public CaseKind kind() {
                return kind;
            }

            @Override
            public String tab(String caseNumber, Model model) {
                return page.apply(caseNumber, model);
            }
        };
    }
}
