package org.smecluster.testsheet;

import java.util.List;
import org.smecluster.law.Refusal;

/** What is wrong with a test sheet: each with its cell, in Chinese, and what to do. */
public class SheetFaults extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    SheetFaults(List<String> faults) {
        super(faults.size() <= MOST ? faults : faults.subList(0, MOST));
    }
}
