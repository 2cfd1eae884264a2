package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.Cases;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.support.CaseOnFile;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.smecluster.worklist.engine.FormDrafts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("从培育库的集群打开认定申报的发起表单，编号已填好")
class PoolPagesTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Desks desks;

    @Autowired
    private Cases cases;

    @Autowired
    private ClusterRegistry registry;

    @Autowired
    private FormDrafts drafts;

    @Autowired
    private RepositoryService repository;

    @Test
    @DisplayName("只有本单位看到按钮；填好的编号存为本人的草稿，原有草稿的其他内容保留；出库后没有")
    void applies() throws Exception {
        PortalFixture portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2026, 3, 2));
        CaseWalk.admissionDecided(desks);
        desks.runDue();
        String pool = CaseOnFile.ofUnit(cases, "county-640221").get(0).caseNumber();
        String number = cases.find(pool).orElseThrow().clusterNumber();
        MockMvc own = portal.as(PortalFixture.APPLICANT);

        own.perform(get("/cases/" + pool)).andExpect(content().string(containsString("发起认定申报")));
        own.perform(get("/clusters/" + number)).andExpect(content().string(containsString("发起认定申报")));
        for (Desks.Clerk other : List.of(Desks.SHIZUISHAN, Desks.OFFICER)) {
            portal.as(other.user(), other.group())
                    .perform(get("/cases/" + pool))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("发起认定申报"))));
            portal.as(other.user(), other.group())
                    .perform(post("/clusters/" + number + "/application"))
                    .andExpect(status().isNotFound());
        }

        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("clusterRecognition")
                .latestVersion()
                .singleResult()
                .getId();
        drafts.saveOfStart(PortalFixture.APPLICANT, definition, Map.of("crossCounty", "false"));
        own.perform(post("/clusters/" + number + "/application"))
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/#/?processStart=clusterRecognition"));
        assertThat(drafts.ofStart(PortalFixture.APPLICANT, definition)
                        .orElseThrow()
                        .values())
                .containsEntry("poolClusterNumber", number)
                .containsEntry("crossCounty", "false");

        registry.leavePool(number, LocalDate.of(2026, 3, 2), "不再培育", pool);
        own.perform(get("/cases/" + pool)).andExpect(content().string(not(containsString("发起认定申报"))));
        own.perform(post("/clusters/" + number + "/application")).andExpect(status().isNotFound());
    }
}
