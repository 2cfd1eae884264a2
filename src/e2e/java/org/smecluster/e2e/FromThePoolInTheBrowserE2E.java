package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.smecluster.registry.PoolAdmission;
import org.springframework.beans.factory.annotation.Autowired;

/** From the record of a cluster of the pool into the start form of its application, the number filled in. */
@DisplayName("浏览器：从培育库的集群档案发起认定申报")
class FromThePoolInTheBrowserE2E extends InTheBrowser {

    @Autowired
    Batches batches;

    @Test
    @DisplayName("点“发起认定申报”，表单已填好编号，不再要求名称和产业；发起后案件以培育库的名称立案")
    void fromTheRecordToTheCase() {
        batches.insert(
                new BatchOpening(
                        today.getYear(),
                        "宁工信企发〔" + today.getYear() + "〕1号",
                        today,
                        today.plusDays(20),
                        today.plusDays(40),
                        5,
                        null),
                "NXJQ-" + today.getYear() + "-PC-01",
                "officer-1");
        String cluster = registry.admit(new PoolAdmission(
                        "NXJQ-" + today.getYear() + "-PY-00001",
                        null,
                        "平罗冶金集群",
                        "冶金",
                        "640221",
                        "6402",
                        "county-640221",
                        today))
                .clusterNumber();
        try (Clerk county = clerk("pingluo")) {
            county.open("/clusters/" + cluster);
            county.page().locator("main a[href*='/start/clusterRecognition']").click();
            county.startFormIsThere();
            assertThat(county.page().locator(".fjs-form-field-select")).containsText(cluster);
            assertThat(county.page().locator(".fjs-form-field-textfield")).hasCount(0);
            county.choose("集群区域是否跨县", "否");
            county.shot("from-the-pool");
            county.submitStart();
            county.open("/cases");
            assertThat(county.page().locator("main")).containsText("平罗冶金集群");
        }
    }
}
