package org.smecluster.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.smecluster.recognition.Sector;
import org.smecluster.recognition.SectorChoices;
import org.smecluster.recognition.SectorScheme;
import org.smecluster.registry.CaseKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Which sub-sector and industries a cluster is of: a section of the case file. */
@Component
class CaseSectors {

    /** @param divisions entries to choose from, by heading; empty where the list has none yet */
    record Line(SectorScheme scheme, Sector chosen, Map<String, List<Sector>> divisions) {}

    private final CaseAccess access;
    private final SectorChoices choices;

    CaseSectors(CaseAccess access, SectorChoices choices) {
        this.access = access;
        this.choices = choices;
    }

    boolean has(OpenCase file) {
        return file.record().kind() == CaseKind.RD;
    }

    void fill(Model model, OpenCase file) {
        Map<SectorScheme, Sector> chosen = choices.of(file.caseNumber());
        Map<SectorScheme, List<Sector>> lists = choices.all().stream()
                .filter(sector -> !sector.retired() || sector.equals(chosen.get(sector.scheme())))
                .collect(Collectors.groupingBy(Sector::scheme));
        model.addAttribute(
                "sectorLines",
                List.of(SectorScheme.values()).stream()
                        .map(scheme -> new Line(
                                scheme,
                                chosen.get(scheme),
                                lists.getOrDefault(scheme, List.of()).stream()
                                        .collect(Collectors.groupingBy(
                                                sector -> Objects.requireNonNullElse(sector.division(), ""),
                                                LinkedHashMap::new,
                                                Collectors.toList()))))
                        .toList());
        model.addAttribute("choosesSectors", choices.mayChoose(file.caseNumber(), access.account()));
    }
}
