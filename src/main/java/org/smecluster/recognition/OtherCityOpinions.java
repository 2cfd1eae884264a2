package org.smecluster.recognition;

import java.util.Collection;
import java.util.List;
import org.smecluster.security.Account;

/** The stored cities that were asked, and what they said. */
public interface OtherCityOpinions {

    void ask(long applicationId, Collection<String> cityCodes);

    /** Codes of the cities that were asked, in their order. */
    List<String> asked(long applicationId);

    /** Case numbers of the applications that any of the cities was asked about. */
    List<String> askedOf(Collection<String> cityCodes);

    /** The last of each city. */
    List<OtherCityOpinion> latest(long applicationId);

    /** @return false where somebody has added that revision since */
    boolean add(long applicationId, OtherCityOpinion given, Account by);
}
