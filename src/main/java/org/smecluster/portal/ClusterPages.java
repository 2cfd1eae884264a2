package org.smecluster.portal;

import java.util.Arrays;
import java.util.List;
import org.smecluster.casework.Cases;
import org.smecluster.registry.ClusterLife;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of clusters within a person's scope. */
@Controller
class ClusterPages {

    private static final int CLUSTERS_PER_PAGE = 30;

    private final ClusterRegistry registry;
    private final CurrentUser user;
    private final Regions regions;
    private final Cases cases;

    ClusterPages(ClusterRegistry registry, CurrentUser user, Regions regions, Cases cases) {
        this.registry = registry;
        this.cases = cases;
        this.user = user;
        this.regions = regions;
    }

    @GetMapping("/clusters")
    String clusters(
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (!isStaff()) {
            throw new AccessDeniedException("no cluster data for this role");
        }
        List<ClusterLine> found = registry.all().stream()
                .filter(this::mayRead)
                .map(cluster -> ClusterLine.of(cluster, regions))
                .filter(line ->
                        state == null || state.isBlank() || line.state().name().equals(state))
                .filter(line -> matches(line, text.strip()))
                .toList();
        model.addAttribute("clusters", Page.of(found, page, CLUSTERS_PER_PAGE));
        model.addAttribute("states", Arrays.asList(ClusterState.values()));
        model.addAttribute("state", state);
        model.addAttribute("text", text.strip());
        model.addAttribute("filtered", !text.isBlank() || state != null && !state.isBlank());
        return "cluster/list";
    }

    @GetMapping("/clusters/{clusterNumber}")
    String cluster(@PathVariable String clusterNumber, Model model) {
        ClusterLife life = registry.life(clusterNumber)
                .filter(found -> isStaff() && mayRead(found.cluster()))
                .orElseThrow(NotVisible::new);
        model.addAttribute("cluster", ClusterLine.of(life.cluster(), regions));
        model.addAttribute("sourceCase", life.cluster().sourceCase());
        model.addAttribute("applicant", regions.nameOfGroup(life.cluster().applicantGroup()));
        model.addAttribute("terms", life.terms());
        model.addAttribute("events", life.events());
        model.addAttribute("facts", life.facts());
        model.addAttribute("poolStays", life.poolStays());
        model.addAttribute("cases", cases.ofCluster(clusterNumber));
        return "cluster/page";
    }

    private boolean mayRead(ClusterRecord cluster) {
        return user.scope().covers(cluster.applicantGroup());
    }

    private boolean isStaff() {
        return user.is(Role.APPLICANT)
                || user.is(Role.CITY)
                || user.is(Role.PROVINCE_OFFICER)
                || user.is(Role.PROVINCE_LEADER);
    }

    private static boolean matches(ClusterLine line, String text) {
        return (line.clusterNumber() + " " + line.name() + " " + line.leadingIndustry() + " " + line.county() + " "
                        + line.city())
                .contains(text);
    }
}
