package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseGuests;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notifications;
import org.smecluster.law.Article;
import org.smecluster.law.GivenReason;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitLevel;
import org.smecluster.region.Units;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A cluster across cities: its applicant's city receives and recommends, the others give a written opinion first. They read
 * what was handed in, as guests.
 */
@Service
@Transactional
@LegalBasis(article = 12, item = 1)
@LegalBasis(article = 12, item = 2)
public class OtherCities implements CaseGuests {

    private static final int LONGEST = 2000;
    private static final Article BASIS = Article.of(12, 2);

    /** @param counties names of those of its counties that the cluster lies in */
    public record Asked(Unit city, String counties, Optional<OtherCityOpinion> opinion) {

        /** Of the opinion as it stands; 0 before there is one. */
        public int revision() {
            return opinion.map(OtherCityOpinion::revision).orElse(0);
        }
    }

    private final Applications applications;
    private final OtherCityOpinions opinions;
    private final ApplicationCases cases;
    private final Notifications notifications;
    private final Units units;
    private final Clock clock;

    OtherCities(
            Applications applications,
            OtherCityOpinions opinions,
            ApplicationCases cases,
            Notifications notifications,
            Units units,
            Clock clock) {
        this.applications = applications;
        this.opinions = opinions;
        this.cases = cases;
        this.notifications = notifications;
        this.units = units;
        this.clock = clock;
    }

    /** Once the application is accepted; nothing where the cluster lies in one city. */
    void ask(Application application) {
        Set<String> others = application.involvedCounties().stream()
                .map(county -> units.cityOf(county))
                .filter(city -> !city.group().equals(application.cityGroup()))
                .map(Unit::code)
                .collect(Collectors.toCollection(TreeSet::new));
        if (others.isEmpty()) {
            return;
        }
        opinions.ask(application.id(), others);
        for (String city : others) {
            notifications.tell(
                    UnitLevel.CITY.group(city),
                    application.caseNumber(),
                    "otherCityAsked",
                    "集群“" + application.clusterName() + "”（" + application.caseNumber() + "）跨市，涉及本市"
                            + counties(application, city) + "，由"
                            + units.ofGroup(application.cityGroup())
                                    .map(Unit::name)
                                    .orElseThrow()
                            + "受理。请在案件资料的“相关市意见”中提出书面意见（第十二条(一)(二)）。");
        }
    }

    /** Empty where the cluster lies in one city, or the application was accepted before cities were asked. */
    @Transactional(readOnly = true)
    public List<Asked> of(String caseNumber) {
        return applications.byCaseNumber(caseNumber).map(this::asked).orElse(List.of());
    }

    private List<Asked> asked(Application application) {
        if (!application.crossCounty()) {
            return List.of();
        }
        Map<String, OtherCityOpinion> given = opinions.latest(application.id()).stream()
                .collect(Collectors.toMap(OtherCityOpinion::cityCode, Function.identity()));
        return opinions.asked(application.id()).stream()
                .map(city -> new Asked(
                        units.find(city).orElseThrow(),
                        counties(application, city),
                        Optional.ofNullable(given.get(city))))
                .toList();
    }

    private String counties(Application application, String city) {
        return application.involvedCounties().stream()
                .filter(county -> units.cityOf(county).code().equals(city))
                .map(county -> units.find(county).map(Unit::name).orElse(county))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("、"));
    }

    /** Whether the city's opinion may be entered or changed by the person now. */
    @Transactional(readOnly = true)
    public boolean mayGive(String caseNumber, String cityGroup, Account person) {
        return applications
                .byCaseNumber(caseNumber)
                .filter(application -> application.state() == ApplicationState.ACCEPTED)
                .filter(application ->
                        person.groups().contains(cityGroup) || person.groups().contains(application.cityGroup()))
                .filter(application -> opinions.asked(application.id()).stream()
                        .anyMatch(city -> UnitLevel.CITY.group(city).equals(cityGroup)))
                .isPresent();
    }

    /**
     * By the city itself, or by the city of the applicant, which enters the letter that it received.
     *
     * @param documentNumber and {@code documentDate}: of the letter; wanted of the city of the applicant
     * @param revision that the person saw
     * @throws Overtaken where somebody has entered one since
     */
    public void give(
            String caseNumber,
            String cityGroup,
            Boolean agrees,
            String text,
            String documentNumber,
            LocalDate documentDate,
            int revision,
            Account by) {
        Application application = applications.lock(caseNumber);
        Asked asked = asked(application).stream()
                .filter(each -> each.city().group().equals(cityGroup))
                .filter(each -> by.groups().contains(cityGroup) || by.groups().contains(application.cityGroup()))
                .findFirst()
                .orElseThrow(() -> new Refusal("相关市意见由该市或者受理的市填写"));
        if (application.state() != ApplicationState.ACCEPTED) {
            throw new Refusal("该申报现为“" + application.state().label() + "”，相关市意见在受理以后、推荐决定以前提出（第十二条(二)）");
        }
        if (agrees == null) {
            throw new Refusal("请选择同意推荐或者不同意推荐");
        }
        if ((documentNumber == null) != (documentDate == null)) {
            throw new Refusal("来函的文号和日期请一并填写");
        }
        if (documentNumber == null && !by.groups().contains(cityGroup)) {
            throw new Refusal("代" + asked.city().name() + "登记意见的，请填写其来函的文号和日期");
        }
        if (documentDate != null && documentDate.isAfter(LocalDate.now(clock))) {
            throw new Refusal("来函的日期（" + documentDate + "）晚于今天，请核对");
        }
        OtherCityOpinion given = new OtherCityOpinion(
                asked.city().code(),
                revision + 1,
                agrees,
                GivenReason.of(text, "意见", LONGEST),
                documentNumber,
                documentDate,
                by.displayName(),
                clock.instant());
        if (asked.revision() != revision || !opinions.add(application.id(), given, by)) {
            throw new Overtaken(asked.city().name() + "的意见刚刚由他人填写，与您看到的不同，没有覆盖。请刷新页面，核对后再填");
        }
        enter(application, asked, given, by);
    }

    private void enter(Application application, Asked asked, OtherCityOpinion given, Account by) {
        CaseEntry entry = CaseEntry.of(
                        EntryKind.OPINION,
                        "otherCity-" + given.cityCode(),
                        asked.city().name() + "对跨市集群的意见",
                        given.opinion())
                .under(BASIS)
                .with("意见", given.stance())
                .with("涉及", asked.counties())
                .with("登记", by.groups().contains(asked.city().group()) ? null : "由受理的市按来函登记")
                .kept();
        if (given.documentNumber() != null) {
            entry = entry.withDocument(given.documentNumber(), given.documentDate());
        }
        String key = cases.sayOf(application, entry, by);
        notifications.tell(
                application.cityGroup(),
                application.caseNumber(),
                key,
                asked.city().name() + "对跨市集群“" + application.clusterName() + "”（" + application.caseNumber() + "）的意见："
                        + given.stance() + "。推荐前请阅“相关市意见”。");
    }

    /** Why it cannot be recommended yet; empty where every city has said something. */
    Optional<String> unfinished(Application application) {
        String silent = asked(application).stream()
                .filter(each -> each.opinion().isEmpty())
                .map(each -> each.city().name() + "（" + each.counties() + "）")
                .collect(Collectors.joining("、"));
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of("集群跨市，还没有" + silent + "的书面意见，不能推荐：请在案件资料的“相关市意见”中查看，已收到来函的可以代为登记（第十二条(二)）");
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isAsked(String caseNumber, Account person) {
        List<String> cities = citiesOf(person);
        return !cities.isEmpty()
                && of(caseNumber).stream()
                        .anyMatch(each -> cities.contains(each.city().code()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> askedOf(Account person) {
        List<String> cities = citiesOf(person);
        return cities.isEmpty() ? List.of() : opinions.askedOf(cities);
    }

    private List<String> citiesOf(Account person) {
        return units.all().stream()
                .filter(unit -> unit.level().recommends() && person.groups().contains(unit.group()))
                .map(Unit::code)
                .toList();
    }
}
