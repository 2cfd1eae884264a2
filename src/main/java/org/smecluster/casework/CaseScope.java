package org.smecluster.casework;

import java.util.List;
import java.util.Optional;
import org.smecluster.region.RegionalScope;
import org.smecluster.region.Units;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/**
 * Who may read a case, and how much of it: the one place that decides. A county or park reads its own, a city those of
 * its units and the open ones of units that were its own when the case began, the autonomous region all. What the authorities keep among themselves is theirs while the case is open.
 * Guests, as an expert who was asked, read what the unit handed in, and nothing of what is said in the case.
 */
@Component
public class CaseScope {

    private final Units units;
    private final List<CaseGuests> guests;

    CaseScope(Units units, List<CaseGuests> guests) {
        this.units = units;
        this.guests = guests;
    }

    /**
     * How a person reads one case.
     *
     * @param guest of neither its unit nor its authorities
     */
    public record Reading(LifeReader reader, boolean guest, boolean closed) {

        public boolean reads(CaseEntry entry) {
            return !guest && entry.readBy(reader, closed);
        }

        /** Of the unit that the case belongs to, which reads what it has not handed in yet. */
        public boolean ofUnit() {
            return reader == LifeReader.UNIT && !guest;
        }

        /** Of the autonomous region, which alone reads who objected and with what, open or closed. */
        public boolean ofRegion() {
            return reader == LifeReader.REGION;
        }

        /** Whether what the region deliberates is read: by the region, and by the others once the case is closed. */
        public boolean deliberation() {
            return reader == LifeReader.REGION || closed && !guest;
        }
    }

    /** Empty where the person may not read it. */
    public Optional<Reading> of(CaseRecord record, Account person) {
        return eyesOf(person).on(record);
    }

    /** As whom the person reads what concerns a unit; empty where not at all. */
    public Optional<LifeReader> reader(String applicantGroup, Account person) {
        return eyesOf(person).reader(applicantGroup);
    }

    /** Numbers of the cases that the person reads as a guest. */
    public List<String> askedOf(Account person) {
        return guests.stream().flatMap(each -> each.askedOf(person).stream()).toList();
    }

    /** For many cases at once: the regional tree is read once. */
    public Eyes eyesOf(Account person) {
        return new Eyes(person, RegionalScope.of(person.groups(), units));
    }

    /** What a person sees, by the regional tree as it stands. */
    public final class Eyes {

        private final Account person;
        private final RegionalScope region;

        private Eyes(Account person, RegionalScope region) {
            this.person = person;
            this.region = region;
        }

        /** As {@link CaseScope#of}. */
        public Optional<Reading> on(CaseRecord record) {
            return reader(record.applicantGroup())
                    .or(() -> staysWith(record))
                    .map(reader -> new Reading(reader, false, record.closed()))
                    .or(() -> guests.stream().anyMatch(each -> each.isAsked(record.caseNumber(), person))
                            ? Optional.of(new Reading(LifeReader.UNIT, true, record.closed()))
                            : Optional.empty());
        }

        private Optional<LifeReader> staysWith(CaseRecord record) {
            return !record.closed()
                            && record.cityGroup() != null
                            && person.groups().contains(record.cityGroup())
                    ? Optional.of(LifeReader.CITY)
                    : Optional.empty();
        }

        /** As {@link CaseScope#reader}. */
        public Optional<LifeReader> reader(String applicantGroup) {
            if (!region.covers(applicantGroup)) {
                return Optional.empty();
            }
            if (region.wholeRegion()) {
                return Optional.of(LifeReader.REGION);
            }
            return Optional.of(person.groups().contains(applicantGroup) ? LifeReader.UNIT : LifeReader.CITY);
        }
    }
}
