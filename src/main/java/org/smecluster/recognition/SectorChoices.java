package org.smecluster.recognition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.EntryKind;
import org.smecluster.law.Article;
import org.smecluster.law.GivenReason;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which sub-sector and which of the region's industries a cluster is of, and the lists to choose from. */
@Service
@Transactional
@LegalBasis(article = 3)
public class SectorChoices {

    /** The applicant until it submits, its city until it recommends. */
    private static final Set<ApplicationState> OPEN_TO_CITY =
            EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.ACCEPTED);

    private final Applications applications;
    private final Sectors sectors;
    private final ApplicationCases cases;

    SectorChoices(Applications applications, Sectors sectors, ApplicationCases cases) {
        this.applications = applications;
        this.sectors = sectors;
        this.cases = cases;
    }

    @Transactional(readOnly = true)
    public List<Sector> all() {
        return sectors.all();
    }

    /** What the case's application chose; empty for another case. */
    @Transactional(readOnly = true)
    public Map<SectorScheme, Sector> of(String caseNumber) {
        Map<SectorScheme, Sector> chosen = new EnumMap<>(SectorScheme.class);
        applications.byCaseNumber(caseNumber).ifPresent(application -> sectors.ofApplications(List.of(application.id()))
                .getOrDefault(application.id(), List.of())
                .forEach(sector -> chosen.put(sector.scheme(), sector)));
        return chosen;
    }

    @Transactional(readOnly = true)
    public boolean mayChoose(String caseNumber, Account person) {
        return applications
                .byCaseNumber(caseNumber)
                .filter(application -> mayChoose(application, person))
                .isPresent();
    }

    private static boolean mayChoose(Application application, Account person) {
        return application.state().withApplicant() && person.groups().contains(application.applicantGroup())
                || OPEN_TO_CITY.contains(application.state()) && person.groups().contains(application.cityGroup());
    }

    /**
     * What stood before stays in the case.
     *
     * @param codes by list; null or blank where nothing is chosen of it
     * @throws Refusal where the person may not choose now, or an entry is none of its list
     */
    public void choose(String caseNumber, Map<SectorScheme, String> codes, Account by) {
        Application application = applications.lock(caseNumber);
        if (!mayChoose(application, by)) {
            throw new Refusal(
                    "所属领域由申报单位在提交以前、由受理的市在推荐以前填写；该申报现为“" + application.state().label() + "”");
        }
        Map<SectorScheme, Sector> before = of(caseNumber);
        List<String> reasons = new ArrayList<>();
        List<Sector> changed = new ArrayList<>();
        codes.forEach((scheme, code) -> {
            if (code != null && !code.isBlank()) {
                sectors.find(scheme, code)
                        .filter(found -> !found.retired() || found.equals(before.get(scheme)))
                        .ifPresentOrElse(
                                found -> {
                                    if (!found.equals(before.get(scheme))) {
                                        changed.add(found);
                                    }
                                },
                                () -> reasons.add(scheme.label() + "中没有“" + code + "”，请从列表中选择"));
            }
        });
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        if (changed.isEmpty()) {
            return;
        }
        CaseEntry entry =
                CaseEntry.of(EntryKind.STEP, "sectors", "填写所属领域", "填写所属领域").under(Article.of(3));
        for (Sector each : changed) {
            sectors.choose(application.id(), each, by);
            entry = entry.with(each.scheme().label(), each.told());
        }
        cases.say(application, entry, by);
    }

    /** An entry of a list that officers keep. */
    public void add(SectorScheme scheme, String code, String name, String source, Account by) {
        requireKept(scheme);
        if (code == null || !code.strip().matches("[A-Z0-9-]{1,20}")) {
            throw new Refusal("代码用大写字母、数字和短横线，不超过20个字符，例如 CHAIN-1");
        }
        Sector added = new Sector(
                scheme,
                code.strip(),
                GivenReason.of(name, "名称", 100),
                null,
                GivenReason.of(source, "依据的文件", 200),
                false);
        if (!sectors.add(added, by)) {
            throw new Refusal(scheme.label() + "中已有代码“" + added.code() + "”或者名称“" + added.name() + "”");
        }
    }

    /** Not to be chosen any more; what was chosen stays. */
    public void retire(SectorScheme scheme, String code) {
        requireKept(scheme);
        sectors.retire(scheme, code);
    }

    private static void requireKept(SectorScheme scheme) {
        if (!scheme.kept()) {
            throw new Refusal(scheme.label() + "按" + scheme.basis() + "，不在此维护");
        }
    }
}
