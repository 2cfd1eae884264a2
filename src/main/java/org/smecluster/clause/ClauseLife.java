package org.smecluster.clause;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Article;
import org.smecluster.registry.CasesOfCluster;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.LifeSource;
import org.springframework.stereotype.Component;

/** What was declared, judged and answered of the clauses in a cluster's cases. Experts' judgements are the region's own for good. */
@Component
class ClauseLife implements LifeSource {

    private static final String KIND = "逐条判断";

    private final CasesOfCluster cases;
    private final Submissions submissions;
    private final Clauses clauses;
    private final Clock clock;

    ClauseLife(CasesOfCluster cases, Submissions submissions, Clauses clauses, Clock clock) {
        this.cases = cases;
        this.submissions = submissions;
        this.clauses = clauses;
        this.clock = clock;
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        Map<String, ClusterCase> all =
                cases.of(cluster).stream().collect(Collectors.toMap(ClusterCase::caseNumber, Function.identity()));
        Map<Long, List<ClauseClaim>> claims = new LinkedHashMap<>();
        List<LifeEntry> entries = new ArrayList<>();
        Map<Long, SubmissionVersion> versions = submissions.ofCases(all.keySet()).stream()
                .filter(SubmissionVersion::frozen)
                .collect(Collectors.toMap(SubmissionVersion::id, Function.identity()));
        versions.values().forEach(version -> {
            List<ClauseClaim> kept = clauses.claims(version.id());
            claims.put(version.id(), kept);
            if (!kept.isEmpty()) {
                entries.add(declared(version, kept));
            }
        });
        clauses.judgements(versions.keySet()).stream()
                .collect(Collectors.groupingBy(
                        each -> new Sitting(each.submissionId(), each.seat()), LinkedHashMap::new, Collectors.toList()))
                .forEach((sitting, said) -> {
                    SubmissionVersion version = versions.get(sitting.submissionId());
                    boolean closed = all.get(version.caseNumber()).closed();
                    entries.add(judged(sitting.seat().judge(), said, version, claims.get(version.id()))
                            .readBy(least(sitting.seat().judge(), closed)));
                });
        clauses.answers(versions.keySet()).stream()
                .collect(Collectors.groupingBy(
                        each -> new Answering(each.submissionId(), each.judge()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((answering, said) -> {
                    SubmissionVersion version = versions.get(answering.submissionId());
                    boolean closed = all.get(version.caseNumber()).closed();
                    entries.add(answered(answering.judge(), said, version, claims.get(version.id()))
                            .readBy(least(answering.judge(), closed)));
                });
        return entries;
    }

    private record Sitting(long submissionId, Seat seat) {}

    private record Answering(long submissionId, Judge judge) {}

    private static LifeReader least(Judge judge, boolean closed) {
        return switch (judge) {
            case CITY -> LifeReader.internal(closed);
            case EXPERT -> LifeReader.REGION;
            case REGION -> LifeReader.deliberation(closed);
        };
    }

    private LifeEntry declared(SubmissionVersion version, List<ClauseClaim> kept) {
        Map<String, String> particulars = new LinkedHashMap<>();
        kept.forEach(claim -> particulars.put(
                claim.cited(),
                claim.claim().label()
                        + (claim.statement() == null ? "" : "：" + claim.statement())
                        + (claim.files() == 0 ? "" : "（佐证材料" + claim.files() + "个文件）")));
        return entry(
                version,
                version.submittedAt(),
                "逐条声明，第" + version.round() + "版",
                "对第十一条没有数字的" + kept.size() + "条逐条声明。",
                particulars,
                Article.of(11),
                version.submittedByName(),
                "决策表“逐条判断的条件”第" + kept.get(0).decisionVersion() + "版");
    }

    private LifeEntry judged(
            Judge judge, List<ClauseJudgement> said, SubmissionVersion version, List<ClauseClaim> claims) {
        Map<String, String> particulars = new LinkedHashMap<>();
        said.forEach(each -> particulars.put(
                cited(claims, each.code()),
                each.judgement().label() + (each.reason() == null ? "" : "：" + each.reason())));
        ClauseJudgement last = said.stream()
                .reduce((one, other) -> other.judgedAt().isAfter(one.judgedAt()) ? other : one)
                .orElseThrow();
        return entry(
                version,
                last.judgedAt(),
                judge.label() + "逐条判断第" + version.round() + "版材料",
                "逐条判断" + said.size() + "条。",
                particulars,
                Article.of(12, judge == Judge.CITY ? 2 : 3),
                last.judgedByName(),
                null);
    }

    private LifeEntry answered(
            Judge judge, List<ClauseAnswer> said, SubmissionVersion version, List<ClauseClaim> claims) {
        Map<String, String> particulars = new LinkedHashMap<>();
        said.forEach(each -> particulars.put(cited(claims, each.code()), each.answer()));
        ClauseAnswer last = said.stream()
                .reduce((one, other) -> other.answeredAt().isAfter(one.answeredAt()) ? other : one)
                .orElseThrow();
        return entry(
                version,
                last.answeredAt(),
                judge.answersIn() + "对“不符合”的答复",
                "逐条答复" + said.size() + "条。",
                particulars,
                Article.of(12, judge == Judge.CITY ? 2 : 3),
                last.answeredByName(),
                null);
    }

    private static String cited(List<ClauseClaim> claims, String code) {
        return claims.stream()
                .filter(claim -> claim.code().equals(code))
                .findFirst()
                .orElseThrow()
                .cited();
    }

    private LifeEntry entry(
            SubmissionVersion version,
            Instant at,
            String title,
            String text,
            Map<String, String> particulars,
            Article article,
            String who,
            String basis) {
        return new LifeEntry(
                LocalDate.ofInstant(at, clock.getZone()),
                at,
                KIND,
                title,
                text,
                particulars,
                article.toString(),
                version.caseNumber(),
                null,
                who,
                basis);
    }
}
