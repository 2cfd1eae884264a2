package org.smecluster.casework;

import org.smecluster.law.Refusal;

/** The case stands elsewhere by now. */
public final class PassedStep extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param subject e.g. 本案
     * @param standing where it stands, as a clerk says it
     */
    public PassedStep(String subject, String standing) {
        super(subject + "现为“" + standing + "”，不能办理此步骤，请刷新待办列表");
    }
}
