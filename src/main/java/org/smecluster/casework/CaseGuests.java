package org.smecluster.casework;

import java.util.List;
import org.smecluster.security.Account;

/** Who reads a case without being of its unit or authorities, because somebody asked them to. */
public interface CaseGuests {

    boolean isAsked(String caseNumber, Account person);

    /** The numbers of all cases that the person was asked about. */
    List<String> askedOf(Account person);
}
