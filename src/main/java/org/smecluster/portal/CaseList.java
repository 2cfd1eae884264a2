package org.smecluster.portal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.Batches;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases that a person may open. */
@Controller
class CaseList {

    private static final int CASES_PER_PAGE = 20;

    /** One case in a list. */
    record CaseLine(
            String caseNumber,
            String clusterName,
            String leadingIndustry,
            String applicant,
            String batchNumber,
            String state,
            String since,
            Standing standing) {}

    private final CaseAccess access;
    private final CurrentUser user;
    private final Batches batches;
    private final Units units;

    CaseList(CaseAccess access, CurrentUser user, Batches batches, Units units) {
        this.access = access;
        this.user = user;
        this.batches = batches;
        this.units = units;
    }

    @GetMapping("/cases")
    String cases(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String batch,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (user.is(Role.POLICY_OWNER) || user.groups().isEmpty()) {
            throw new AccessDeniedException("no case data for this role");
        }
        List<CaseLine> found = lines(access.all().stream()
                        .filter(each -> blank(state) || each.state().name().equals(state))
                        .toList())
                .stream()
                .filter(each -> blank(batch) || each.batchNumber().equals(batch))
                .filter(each -> matches(each, text.strip()))
                .toList();
        model.addAttribute("cases", Page.of(found, page, CASES_PER_PAGE));
        model.addAttribute(
                "states",
                Arrays.stream(ApplicationState.values())
                        .sorted(Comparator.comparing(ApplicationState::closed))
                        .toList());
        model.addAttribute("batches", batches.all());
        model.addAttribute("state", state);
        model.addAttribute("batch", batch);
        model.addAttribute("text", text.strip());
        model.addAttribute("filtered", !blank(state) || !blank(batch) || !text.isBlank());
        return "cases/list";
    }

    List<CaseLine> lines(List<Application> applications) {
        Map<Long, String> numbers = batches.all().stream().collect(Collectors.toMap(Batch::id, Batch::batchNumber));
        Map<String, String> names = units.all().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        return applications.stream()
                .map(application -> new CaseLine(
                        application.caseNumber(),
                        application.clusterName(),
                        application.leadingIndustry(),
                        names.getOrDefault(application.applicantCode(), application.applicantCode()),
                        numbers.getOrDefault(application.batchId(), ""),
                        application.state().label(),
                        CaseFileModel.minute(application.stateSince()),
                        Standing.of(application.state())))
                .toList();
    }

    private static boolean matches(CaseLine line, String text) {
        return (line.caseNumber() + " " + line.clusterName() + " " + line.leadingIndustry() + " " + line.applicant())
                .contains(text);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
