package org.smecluster.whatif;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Assessments.Stored;
import org.smecluster.policy.draft.LiveModels;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A what-if of the tables that are in force, held against all that is stored. */
public final class KeptJudgements {

    private KeptJudgements() {}

    /** Stored assessments that a what-if of the unchanged tables does not give again to the letter. */
    public static List<String> otherwise(ApplicationContext context) {
        AssessmentService again = new AssessmentService(
                context.getBean(LooseTables.class)
                        .of(context.getBean(LiveModels.class).all(), List.of(), Set.copyOf(WhatIfs.ASKED)),
                Clock.systemUTC());
        List<Long> ids = context.getBean(JdbcClient.class)
                .sql("select id from assessment order by id")
                .query(Long.class)
                .list();
        List<String> otherwise = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += 200) {
            Map<Long, Stored> stored =
                    context.getBean(Assessments.class).byId(ids.subList(from, Math.min(ids.size(), from + 200)));
            stored.forEach((id, each) -> {
                Assessment made = each.assessment();
                if (!timeless(again.again(made)).equals(timeless(made))) {
                    otherwise.add("assessment " + id + " comes out otherwise");
                }
            });
        }
        return otherwise;
    }

    private static List<Object> timeless(Assessment assessment) {
        return List.of(
                assessment.overall(),
                assessment.findings(),
                assessment.incidents(),
                assessment.overallVersion(),
                assessment.overallRule(),
                assessment.overallInputs());
    }
}
