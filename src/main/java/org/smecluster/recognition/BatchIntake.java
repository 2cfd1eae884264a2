package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smecluster.document.Notifications;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseNumbers;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a batch, and reminds those whom it waits for. */
@Service
@Transactional
@LegalBasis(article = 13)
public class BatchIntake {

    private static final Set<ApplicationState> WITH_CITY =
            EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED, ApplicationState.ACCEPTED);

    private final Batches batches;
    private final Applications applications;
    private final CaseNumbers numbers;
    private final Notifications notifications;
    private final Units units;
    private final Clock clock;

    BatchIntake(
            Batches batches,
            Applications applications,
            CaseNumbers numbers,
            Notifications notifications,
            Units units,
            Clock clock) {
        this.batches = batches;
        this.applications = applications;
        this.numbers = numbers;
        this.notifications = notifications;
        this.units = units;
        this.clock = clock;
    }

    /** @throws Refusal with everything that stands against it */
    public Batch open(BatchOpening opening, Account by) {
        List<String> reasons = new ArrayList<>();
        if (opening.windowEnd().isBefore(opening.windowStart())) {
            reasons.add("申报期截止日期" + opening.windowEnd() + "早于开始日期" + opening.windowStart() + "，请改正");
        }
        if (opening.recommendationDeadline().isBefore(opening.windowEnd())) {
            reasons.add("市级推荐截止日期" + opening.recommendationDeadline() + "早于申报期截止日期" + opening.windowEnd() + "，请改正");
        }
        if (opening.windowEnd().isBefore(LocalDate.now(clock))) {
            reasons.add("申报期截止日期" + opening.windowEnd() + "已经过去，请改正");
        }
        if (opening.windowStart().getYear() != opening.year()) {
            reasons.add("申报期开始日期" + opening.windowStart() + "不在申报年度" + opening.year() + "年内，请核对年度和日期");
        }
        batches.overlapping(opening.windowStart(), opening.windowEnd())
                .ifPresent(other -> reasons.add("申报期与批次" + other.batchNumber() + "（" + other.windowStart() + "至"
                        + other.windowEnd() + "）重叠，请调整申报期，或待该批次办结后再开启"));
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        String batchNumber = numbers.nextBatch(opening.year());
        return get(batches.insert(opening, batchNumber, by.userId()));
    }

    /** Tells the units that have not submitted, and every city, that the window ends. */
    public void remindApplicants(long batchId) {
        Batch batch = get(batchId);
        String until = "申报期于" + batch.windowEnd() + " 24:00截止（第十三条，" + batch.noticeNumber() + "）";
        for (Application application : in(batch, EnumSet.of(ApplicationState.DRAFT))) {
            notifications.tell(
                    application.applicantGroup(),
                    application.caseNumber(),
                    "windowEnds",
                    "“" + application.clusterName() + "”的申报材料尚未提交，" + until + "，逾期不能提交。");
        }
        for (Unit city : units.all()) {
            if (city.level().recommends()) {
                notifications.tell(city.group(), batch.batchNumber(), "windowEnds", until + "，请督促辖区申报主体按时提交。");
            }
        }
    }

    /** Tells each city which applications it has not decided on. */
    @LegalBasis(article = 12, item = 2)
    public void remindCities(long batchId) {
        Batch batch = get(batchId);
        Map<String, List<Application>> byCity = in(batch, WITH_CITY).stream()
                .collect(Collectors.groupingBy(Application::cityGroup, TreeMap::new, Collectors.toList()));
        byCity.forEach((city, undecided) -> notifications.tell(
                city,
                batch.batchNumber(),
                "recommendationEnds",
                "推荐于" + batch.recommendationDeadline() + " 24:00截止（第十二条(二)），尚有" + undecided.size() + "个申报未作出推荐决定："
                        + undecided.stream().map(Application::clusterName).collect(Collectors.joining("、", "", "。"))));
    }

    private List<Application> in(Batch batch, Collection<ApplicationState> states) {
        return applications.ofBatch(batch.id()).stream()
                .filter(application -> states.contains(application.state()))
                .toList();
    }

    private Batch get(long id) {
        return batches.find(id).orElseThrow(() -> new IllegalArgumentException("no batch has the id " + id));
    }
}
