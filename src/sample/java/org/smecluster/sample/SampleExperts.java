package org.smecluster.sample;

import java.util.Set;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.review.Expert;
import org.smecluster.review.Experts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A roster to try the system with, for the sample users of the group {@code expert}: two without conflict, one from
 * 平罗县 and one tied to an enterprise of its sample cluster. Made on the first start, never in production.
 */
@Component
@Profile("!production")
class SampleExperts implements ApplicationRunner {

    private final Experts experts;

    SampleExperts(Experts experts) {
        this.experts = experts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!experts.all().isEmpty()) {
            return;
        }
        SampleCluster chemicals = SampleClusters.of(SampleWorkbooks.YEAR).get(0);
        String enterprise =
                chemicals.workbook().enterprises().get(0).creditCode().value();
        experts.put(new Expert("expert-wang", "王立平", "兰州大学", null, Set.of()));
        experts.put(new Expert("expert-ma", "马德福", "西北民族大学", null, Set.of()));
        experts.put(new Expert("expert-li", "李桂芳", "平罗县化工协会", chemicals.countyCode(), Set.of()));
        experts.put(new Expert("expert-zhang", "张弘毅", "宁夏化工设计研究院", "640106", Set.of(enterprise)));
    }
}
