package org.smecluster.recognition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.security.Account;

/** The stored lists, and what applications chose of them. */
public interface Sectors {

    /** By list and code. */
    List<Sector> all();

    Optional<Sector> find(SectorScheme scheme, String code);

    /** What each application chose; one that chose nothing is missing. By the application's id. */
    Map<Long, List<Sector>> ofApplications(Collection<Long> applicationIds);

    void choose(long applicationId, Sector chosen, Account by);

    /** @return false where the code or the name is taken */
    boolean add(Sector added, Account by);

    void retire(SectorScheme scheme, String code);
}
