package org.smecluster.security;

import java.util.Optional;

/** What a member of a group is, whichever unit the group belongs to. */
public enum Role {
    APPLICANT,
    CITY,
    PROVINCE_OFFICER,
    PROVINCE_LEADER,
    EXPERT,
    POLICY_OWNER,
    ADMINISTRATOR;

    /** The role that a Camunda group stands for; empty for a group of no meaning here. */
    public static Optional<Role> of(String group) {
        if (group.startsWith("county-") || group.startsWith("park-")) {
            return Optional.of(APPLICANT);
        }
        if (group.startsWith("city-")) {
            return Optional.of(CITY);
        }
        return Optional.ofNullable(
                switch (group) {
                    case "province-officer" -> PROVINCE_OFFICER;
                    case "province-leader" -> PROVINCE_LEADER;
                    case "expert" -> EXPERT;
                    case "policy-owner" -> POLICY_OWNER;
                    case "camunda-admin" -> ADMINISTRATOR;
                    default -> null;
                });
    }
}
