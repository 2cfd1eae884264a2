package org.smecluster.review;

import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what experts score by: an officer sets it until the first expert is assigned. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class ReviewCriteria {

    private final Scores scores;

    ReviewCriteria(Scores scores) {
        this.scores = scores;
    }

    /** Those set, or else those proposed. */
    @Transactional(readOnly = true)
    public Criteria of(String subject) {
        return scores.criteria(subject).orElseGet(() -> Criteria.proposed(subject));
    }

    /**
     * @param seen revision that the person saw
     * @throws Refusal with everything that stands against it, or where they are frozen or others were set meanwhile
     */
    public void set(String subject, List<Criterion> criteria, int divergence, int seen, Account by) {
        if (!by.groups().contains(StaffGroup.OFFICERS)) {
            throw new Refusal("评审标准和权重由自治区经办人员设定");
        }
        scores.lock(subject);
        Criteria now = of(subject);
        if (now.frozen()) {
            throw new Refusal("本批次已经选派专家，评审标准和权重不能再改");
        }
        if (now.revision() != seen) {
            throw new Overtaken("评审标准已由" + now.setByName() + "修改，请看过现在的标准再保存");
        }
        Criteria wanted = new Criteria(subject, criteria, divergence, seen + 1, by.displayName(), false);
        if (!wanted.faults().isEmpty()) {
            throw new Refusal(wanted.faults());
        }
        scores.set(wanted, by);
    }

    /** They hold from now on. @param by who assigns the expert */
    void freeze(String subject, Account by) {
        scores.lock(subject);
        Criteria now = of(subject);
        if (now.revision() == 0) {
            scores.set(now, by);
        }
        scores.freeze(subject);
    }
}
