package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.smecluster.casehistory.engine.ModelSteps;
import org.smecluster.casehistory.engine.ModelSteps.State;
import org.smecluster.casehistory.engine.ModelSteps.Step;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Component;

/** The steps of a case as the current person may know them: each with its day, and with who did it where that is theirs to know. */
@Component
class CaseCourse {

    /** @param by null where it is not the reader's to know, or the engine did it */
    public record Passed(int number, String name, State state, String on, String by) {}

    private final ModelSteps steps;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Clock clock;

    CaseCourse(ModelSteps steps, Accounts accounts, CurrentUser user, Clock clock) {
        this.steps = steps;
        this.accounts = accounts;
        this.user = user;
        this.clock = clock;
    }

    List<Step> steps(String instanceId) {
        return steps.of(instanceId);
    }

    /** @param file empty where it is a batch's, which is the autonomous region's */
    List<Passed> of(String instanceId, Optional<OpenCase> file) {
        return passed(steps.of(instanceId), file);
    }

    List<Passed> of(OpenCase file) {
        return passed(steps.of(file.process(), file.caseNumber()), Optional.of(file));
    }

    private List<Passed> passed(List<Step> all, Optional<OpenCase> file) {
        LocalDate today = LocalDate.now(clock);
        List<Passed> passed = new ArrayList<>();
        for (Step step : all) {
            passed.add(new Passed(
                    passed.size() + 1,
                    step.name(),
                    step.state(),
                    step.doneAt() == null
                            ? ""
                            : Due.date(CaseFileModel.local(step.doneAt()).toLocalDate(), today),
                    step.doneBy() == null ? null : name(step.doneBy(), file)));
        }
        return passed;
    }

    /** The region knows who did a step, colleagues do, a city who of its unit did; a guest, as an expert who was asked, no name. */
    private String name(String userId, Optional<OpenCase> file) {
        if (file.map(open -> open.reading().guest()).orElse(!user.isProvince())) {
            return null;
        }
        LifeReader reader = file.map(OpenCase::reading).map(Reading::reader).orElse(LifeReader.REGION);
        return accounts.find(userId)
                .filter(doer -> reader == LifeReader.REGION
                        || !Collections.disjoint(doer.groups(), user.groups())
                        || reader == LifeReader.CITY
                                && doer.groups()
                                        .contains(file.orElseThrow().record().applicantGroup()))
                .map(Account::displayName)
                .orElse(null);
    }
}
