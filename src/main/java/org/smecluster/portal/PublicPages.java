package org.smecluster.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Condition;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.practice.PracticeService;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.NoticeState;
import org.smecluster.publicnotice.ObjectionCounter;
import org.smecluster.registry.CaseKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody may read without a login: public notices as they were published, what is asked of applicants, good practice. */
@Controller
class PublicPages {

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

    /** @param conditions of one item of 第十一条 */
    record ItemConditions(ConditionItem item, List<Condition> conditions) {}

    private final NoticeService notices;
    private final PracticeService practices;
    private final ObjectionCounter counter;
    private final AssessmentService assessments;
    private final String contact;

    PublicPages(
            NoticeService notices,
            PracticeService practices,
            ObjectionCounter counter,
            AssessmentService assessments,
            @Value("${smecluster.objections.contact:宁夏回族自治区工业和信息化厅（中小企业主管处室），联系地址和电话见自治区工业和信息化厅门户网站}") String contact) {
        this.notices = notices;
        this.practices = practices;
        this.counter = counter;
        this.assessments = assessments;
        this.contact = contact;
    }

    /** What a cluster has to meet (第十条、第十一条), by the tables as they stand now. */
    @GetMapping("/public/conditions")
    String conditions(Model model) {
        List<Condition> all = assessments.conditions();
        model.addAttribute(
                "items",
                Stream.of(ConditionItem.values())
                        .map(item -> new ItemConditions(
                                item,
                                all.stream()
                                        .filter(each -> each.article()
                                                .equals(item.article().toString()))
                                        .toList()))
                        .toList());
        return "public/conditions";
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
