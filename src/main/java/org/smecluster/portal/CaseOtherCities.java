package org.smecluster.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.smecluster.calendar.TypedDay;
import org.smecluster.recognition.OtherCities;
import org.smecluster.recognition.OtherCities.Asked;
import org.smecluster.registry.LifeReader;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the other cities say of a cluster across cities: a section of the case file. */
@Component
class CaseOtherCities {

    /** What a person typed; the revision is the one that the page showed. */
    record Entry(Boolean agrees, String text, String documentNumber, String documentDate, int revision) {

        static Entry of(Asked asked) {
            return asked.opinion()
                    .map(given -> new Entry(
                            given.agrees(),
                            given.opinion(),
                            given.documentNumber(),
                            Objects.toString(given.documentDate(), null),
                            given.revision()))
                    .orElse(new Entry(null, null, null, null, 0));
        }

        /** @throws org.smecluster.law.Refusal where it is none */
        LocalDate date() {
            return TypedDay.read("日期", documentDate);
        }

        String number() {
            return documentNumber == null || documentNumber.isBlank() ? null : documentNumber.strip();
        }
    }

    /**
     * @param own whether the person is of the city itself
     * @param entry null where the person enters nothing
     */
    record Line(Asked asked, boolean own, Entry entry, String at) {}

    private final CaseAccess access;
    private final OtherCities cities;

    CaseOtherCities(CaseAccess access, OtherCities cities) {
        this.access = access;
        this.cities = cities;
    }

    /** The authorities', and the unit's once the case is closed. */
    boolean has(OpenCase file) {
        return reads(file) && !cities.of(file.caseNumber()).isEmpty();
    }

    private boolean reads(OpenCase file) {
        return file.closed()
                || file.reading().reader() != LifeReader.UNIT
                || file.reading().guest() && !access.isExpertOnly();
    }

    void fill(Model model, OpenCase file) {
        fill(model, file, null, null);
    }

    /** @param typed for the city with the group; null where what is saved is shown */
    void fill(Model model, OpenCase file, String group, Entry typed) {
        List<Line> lines = cities.of(file.caseNumber()).stream()
                .map(asked -> line(
                        file, asked, asked.city().group().equals(group) && typed != null ? typed : Entry.of(asked)))
                .toList();
        model.addAttribute("otherCities", lines);
    }

    private Line line(OpenCase file, Asked asked, Entry entry) {
        return new Line(
                asked,
                access.account().groups().contains(asked.city().group()),
                cities.mayGive(file.caseNumber(), asked.city().group(), access.account()) ? entry : null,
                asked.opinion()
                        .map(given -> CaseFileModel.minute(given.givenAt()))
                        .orElse(""));
    }
}
