package org.smecluster.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.security.Account;
import org.smecluster.starting.engine.StartDesk;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a person is told of a case, a batch or a round that has just been begun. */
@Component
class StartedCase {

    private final Addresses addresses;
    private final CaseAccess access;
    private final Cases cases;
    private final Turns turns;
    private final StartDesk desk;

    StartedCase(Addresses addresses, CaseAccess access, Cases cases, Turns turns, StartDesk desk) {
        this.addresses = addresses;
        this.access = access;
        this.cases = cases;
        this.turns = turns;
        this.desk = desk;
    }

    /** @throws NotVisible where there is no such thing, or none that the person may see */
    void fill(Model model, String number, Account person) {
        List<Turns.Line> open = turns.of(Set.of(number), person).getOrDefault(number, List.of());
        Optional<CaseRecord> record = cases.find(number);
        record.ifPresent(found -> access.reading(number));
        String path = addresses.readable(Set.of(number)).get(number);
        boolean exists = record.isPresent() || desk.begun(number);
        if (path == null && !(access.isProvince() && exists)) {
            throw new NotVisible();
        }
        model.addAttribute("number", number);
        model.addAttribute("path", path);
        model.addAttribute("record", record.orElse(null));
        model.addAttribute("turns", open);
        model.addAttribute(
                "next",
                open.stream().filter(turn -> turn.taskId() != null).findFirst().orElse(null));
    }
}
