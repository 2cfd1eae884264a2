package org.smecluster.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.practice.PracticeService;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.NoticeState;
import org.smecluster.publicnotice.ObjectionCounter;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRegistry.Revoked;
import org.smecluster.registry.ClusterRights;
import org.smecluster.registry.ClusterSearch;
import org.smecluster.registry.ClusterSearch.Order;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What everybody may read without a login: public notices as they were published, and the list of the recognised. */
@Controller
class PublicPages {

    private static final int CLUSTERS_PER_PAGE = 50;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The frozen snapshot of a notice; without first and last day where it was published before they were kept. */
    record Published(
            String title,
            String documentNumber,
            LocalDate publishedOn,
            int publicityDays,
            LocalDate firstDay,
            LocalDate lastDay,
            List<Entry> clusters) {

        record Entry(String clusterName, String leadingIndustry, String applicant, String county, String city) {}

        static Published of(Notice notice) {
            try {
                return JSON.readValue(notice.snapshot(), Published.class);
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException(
                        "the snapshot of notice " + notice.id() + " cannot be read", unreadable);
            }
        }
    }

    record NoticeLine(
            long id,
            String title,
            LocalDate publishedOn,
            LocalDate endsOn,
            int clusters,
            NoticeState state,
            int daysLeft) {}

    /** @param validity as the table of states words it, e.g. 有效期已满，待复核 */
    record ListedLine(ClusterLine cluster, String validity) {}

    record RevokedLine(
            String clusterNumber,
            String name,
            String county,
            String city,
            LocalDate revokedOn,
            String article,
            String documentNumber) {}

    private final NoticeService notices;
    private final ClusterRegistry registry;
    private final ClusterRights rights;
    private final PracticeService practices;
    private final Regions regions;
    private final ObjectionCounter counter;
    private final String contact;

    PublicPages(
            NoticeService notices,
            ClusterRegistry registry,
            ClusterRights rights,
            PracticeService practices,
            Regions regions,
            ObjectionCounter counter,
            @Value("${smecluster.objections.contact:宁夏回族自治区工业和信息化厅（中小企业主管处室），联系地址和电话见自治区工业和信息化厅门户网站}") String contact) {
        this.notices = notices;
        this.registry = registry;
        this.rights = rights;
        this.practices = practices;
        this.regions = regions;
        this.counter = counter;
        this.contact = contact;
    }

    @GetMapping("/public/practices")
    String practices(Model model) {
        model.addAttribute("practices", practices.published());
        return "public/practices";
    }

    @GetMapping("/public/notices")
    String notices(Model model) {
        model.addAttribute("notices", notices.all().stream().map(this::line).toList());
        return "public/notices";
    }

    @GetMapping("/public/notices/{id}")
    String notice(@PathVariable long id, Model model) {
        Notice notice = notices.find(id).orElseThrow(NotVisible::new);
        model.addAttribute("notice", line(notice));
        model.addAttribute("published", Published.of(notice));
        model.addAttribute("renewal", CaseKind.of(notice.subject()).equals(Optional.of(CaseKind.FH)));
        model.addAttribute("sha256", notice.sha256());
        model.addAttribute("contact", contact);
        model.addAttribute("contacts", notice.contact());
        model.addAttribute("online", counter.whyNot(notice).isEmpty());
        return "public/notice";
    }

    /** The list names those whose recognition stands, and those that await a review of a term that is over (第十四条). */
    @GetMapping("/public/clusters")
    String clusters(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "1") int revokedPage,
            Model model) {
        ClusterSearch recognised =
                new ClusterSearch(null, rights.publiclyListed(), text.strip(), regions.names(), Order.NUMBER);
        model.addAttribute(
                "clusters",
                Page.of(
                        registry.count(recognised),
                        page,
                        CLUSTERS_PER_PAGE,
                        from -> registry.page(recognised, from, CLUSTERS_PER_PAGE).stream()
                                .map(this::listed)
                                .toList()));
        model.addAttribute(
                "revoked",
                Page.of(
                        registry.count(ClusterRegistry.REVOKED),
                        revokedPage,
                        CLUSTERS_PER_PAGE,
                        from -> registry.revoked(from, CLUSTERS_PER_PAGE).stream()
                                .map(this::revoked)
                                .toList()));
        model.addAttribute("text", text.strip());
        return "public/clusters";
    }

    private ListedLine listed(ClusterRecord cluster) {
        return new ListedLine(
                ClusterLine.of(cluster, regions), rights.publicly(cluster).orElse(""));
    }

    private RevokedLine revoked(Revoked revoked) {
        ClusterRecord cluster = revoked.cluster();
        return new RevokedLine(
                cluster.clusterNumber(),
                cluster.name(),
                regions.name(cluster.countyCode()),
                regions.name(cluster.cityCode()),
                revoked.by().happenedOn(),
                revoked.by().article(),
                revoked.by().documentNumber());
    }

    private NoticeLine line(Notice notice) {
        return new NoticeLine(
                notice.id(),
                notice.title(),
                notice.publishedOn(),
                notice.endsOn(),
                notice.items().size(),
                notice.state(),
                notices.workingDaysLeft(notice));
    }
}
