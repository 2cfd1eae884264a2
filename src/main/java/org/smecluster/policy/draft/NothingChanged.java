package org.smecluster.policy.draft;

import java.util.Collection;
import org.smecluster.law.Refusal;

/** What a person deployed runs already, byte for byte. */
public class NothingChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    public NothingChanged(Collection<String> files) {
        super("没有变化：" + String.join("、", files) + " 与正在运行的版本完全相同，没有存为草稿，也不需要批准");
    }
}
