package org.smecluster.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smecluster.review.Criterion;
import org.smecluster.review.ExpertReview;
import org.smecluster.security.Account;
import org.springframework.context.ApplicationContext;

/** An expert's sheet, filled in. */
public final class Scored {

    private Scored() {}

    /** The same score for every criterion. */
    public static void all(ApplicationContext context, String caseNumber, String expertId, int score) {
        ExpertReview review = context.getBean(ExpertReview.class);
        Account expert = new Account(expertId, expertId, List.of("expert"));
        Map<Integer, String> scores = review.sheet(caseNumber, expert).orElseThrow().criteria().criteria().stream()
                .collect(Collectors.toMap(Criterion::position, each -> Integer.toString(score)));
        review.score(caseNumber, scores, expert);
    }
}
