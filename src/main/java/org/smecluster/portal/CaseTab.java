package org.smecluster.portal;

import org.smecluster.registry.CaseKind;
import org.springframework.ui.Model;

/** What Tasklist's tab 案件资料 shows for the tasks of a kind of case that has a page of its own. */
interface CaseTab {

    CaseKind kind();

    /**
     * Fills the model.
     *
     * @return the fragment's view
     * @throws NotVisible where there is no such case, or the person may not see it
     */
    String tab(String caseNumber, Model model);
}
