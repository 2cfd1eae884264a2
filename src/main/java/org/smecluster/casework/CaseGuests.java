package org.smecluster.casework;

/** Who reads a case without being of its unit or authorities, because somebody asked them to. */
public interface CaseGuests {

    boolean isAsked(String caseNumber, String userId);
}
