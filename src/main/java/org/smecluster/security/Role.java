package org.smecluster.security;

import java.util.Optional;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.UnitLevel;

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
        if (UnitLevel.COUNTY.isGroup(group) || UnitLevel.PARK.isGroup(group)) {
            return Optional.of(APPLICANT);
        }
        if (UnitLevel.CITY.isGroup(group)) {
            return Optional.of(CITY);
        }
        return Optional.ofNullable(
                switch (group) {
                    case StaffGroup.OFFICERS -> PROVINCE_OFFICER;
                    case StaffGroup.LEADERS -> PROVINCE_LEADER;
                    case StaffGroup.EXPERTS -> EXPERT;
                    case StaffGroup.POLICY_OWNERS -> POLICY_OWNER;
                    case StaffGroup.ADMINISTRATORS -> ADMINISTRATOR;
                    default -> null;
                });
    }
}
