package org.smecluster.starting;

import java.util.List;
import org.smecluster.security.Account;

/** What a procedure lets be begun, of what. One bean for each process that has something to choose or to refuse. */
public interface Startable {

    /** Process id, e.g. {@code changeFiling}. */
    String process();

    /** What the button says, e.g. 备案. */
    String deed();

    /** Key of the start form's field in which the {@linkplain StartOption#value() value} stands; null where none is chosen. */
    default String field() {
        return null;
    }

    /** Of the person, who may start the process; those that cannot be begun now bear the reason. */
    List<StartOption> options(Account person);
}
