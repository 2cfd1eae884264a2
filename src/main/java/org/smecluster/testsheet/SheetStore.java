package org.smecluster.testsheet;

import java.util.List;

/** The sheets as they are kept. Rows are only ever added. */
public interface SheetStore {

    /** The latest first; empty where nobody has changed what the program comes with. */
    List<SheetVersion> versions(String decision);

    /** @throws RuntimeException where there is one of that number */
    void enter(SheetVersion version);

    void keep(SheetChange change);

    /** Of each decision the latest that was kept with the draft. */
    List<SheetChange> changes(long draft);

    /** Decisions of which the draft put a sheet in force. */
    List<String> entered(long draft);
}
