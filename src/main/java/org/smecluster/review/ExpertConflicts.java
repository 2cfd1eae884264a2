package org.smecluster.review;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smecluster.law.LegalBasis;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;

/**
 * Why an expert may not judge a cluster: from one of its counties, or tied to one of its enterprises.
 *
 * @param counties codes of the county-level units that the cluster lies in
 * @param enterprises credit codes of its enterprises
 */
@LegalBasis(article = 12, item = 3)
record ExpertConflicts(Set<String> counties, Set<String> enterprises, Units units) {

    /** A park directly under a city can lie in any of the city's counties: all of them count. */
    static ExpertConflicts of(ReviewedCase reviewed, Set<String> enterprises, Units units) {
        Set<String> counties = new TreeSet<>(reviewed.involvedCounties());
        Optional<Unit> own = units.countyOf(reviewed.applicantCode());
        if (own.isPresent()) {
            counties.add(own.get().code());
        } else {
            Unit city = units.cityOf(reviewed.applicantCode());
            units.counties().stream()
                    .filter(county -> units.cityOf(county.code()).equals(city))
                    .forEach(county -> counties.add(county.code()));
        }
        return new ExpertConflicts(counties, enterprises, units);
    }

    /** A sentence; empty where nothing stands in the way. */
    Optional<String> reason(Expert expert) {
        if (expert.countyCode() != null && counties.contains(expert.countyCode())) {
            String county = units.find(expert.countyCode()).map(Unit::name).orElse(expert.countyCode());
            return Optional.of(expert.name() + "来自" + county + "，属集群所在县（市、区），应当回避，请改选其他专家");
        }
        String tied =
                expert.ties().stream().filter(enterprises::contains).sorted().collect(Collectors.joining("、"));
        return tied.isEmpty()
                ? Optional.empty()
                : Optional.of(expert.name() + "与集群内企业（" + tied + "）有利害关系，应当回避，请改选其他专家");
    }
}
