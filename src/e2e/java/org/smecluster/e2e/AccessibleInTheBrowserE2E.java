package org.smecluster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.scope.OpenPages;
import org.smecluster.scope.OpenPages.Open;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yaml.snakeyaml.Yaml;

/**
 * Axe at every page that the matrix of roles knows, as each role sees it, and at Tasklist with a task open: nothing that is
 * serious or critical by WCAG 2.2 AA. What Camunda's own parts of Tasklist leave stands in {@code accessible-but-for.yml}.
 */
@DisplayName("浏览器：每个角色的每个页面，以及打开任务的待办，没有严重的无障碍问题")
class AccessibleInTheBrowserE2E extends InTheBrowser {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final Set<String> FAILS = Set.of("serious", "critical");
    private static final Path ALLOWED = Path.of("src", "e2e", "resources", "accessible-but-for.yml");
    private static final int ALLOWED_AT_MOST = 10;

    private static final String MATCHES =
            "([found, allowed]) => !found.includes(' >>> ') && document.querySelector(found).matches(allowed)";

    private static final String AXE = AxeBuilder.getAxeScript();
    /** Nothing but what is wrong comes back, and the page is not left: ten times as quick as the builder's own run. */
    private static final String RUN = """
            async tags => (await axe.run(document, {
              runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false
            })).violations.flatMap(({ id, nodes }) => nodes.map(node => ({
              rule: id, impact: node.impact, selector: node.target.flat().join(' >>> '), html: node.html
            })))
            """;

    @Autowired
    ApplicationContext context;

    private List<Open> open;
    private final List<Map<String, String>> allowed = new ArrayList<>();
    private final Set<Map<String, String>> met = new HashSet<>();
    private final Set<String> findings = new TreeSet<>();

    private JobExecutor jobs() {
        return ((ProcessEngineConfigurationImpl)
                        context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
                .getJobExecutor();
    }

    /** The cases are led through their steps job by job; the walk itself completes nothing. */
    @BeforeAll
    void casesAtEveryDesk() throws IOException {
        jobs().shutdown();
        open = OpenPages.enter(context);
        List<Map<String, String>> listed = new Yaml().load(Files.readString(ALLOWED));
        allowed.addAll(listed);
    }

    @AfterAll
    void jobsAgain() {
        jobs().start();
    }

    @Test
    @DisplayName("每个角色的每个页面，没有严重的无障碍问题")
    void ownPages() {
        int pages = 0;
        for (Open each : open) {
            try (Clerk clerk = each.userId() == null ? citizen() : clerk(each.userId())) {
                for (String path : each.paths()) {
                    if (isPage(clerk.page(), path)) {
                        pages++;
                        examine(clerk.page(), each.role() + " " + path, false);
                    }
                }
            }
        }
        System.out.println("[axe] " + pages + " pages of ours");
        assertThat(pages).isGreaterThan(180);
        assertThat(findings).as("what axe finds on our pages").isEmpty();
    }

    /** Opens it. Not a file, not a part of another page. */
    private boolean isPage(Page page, String path) {
        try {
            Response answer = page.navigate(url() + path);
            assertThat(answer.ok()).as("%s answers %s", path, answer.status()).isTrue();
            return answer.headerValue("content-type").startsWith("text/html")
                    && page.locator("html > head > title").count() > 0;
        } catch (PlaywrightException download) {
            assertThat(download.getMessage()).as(path).containsAnyOf("Download is starting", "ERR_ABORTED");
            return false;
        }
    }

    @Test
    @DisplayName("打开任务的待办：表单、案件资料、历史，除列明的以外没有严重的无障碍问题")
    void tasklist() {
        Set<String> roles = new TreeSet<>();
        for (Open each : open) {
            if (!each.tasks().isEmpty() && roles.add(each.role())) {
                try (Clerk clerk = clerk(each.userId())) {
                    Page page = clerk.page();
                    clerk.opens(each.tasks().get(0));
                    examine(page, each.role() + " 待办 表单", true);
                    for (String tab : List.of("案件资料", "历史")) {
                        // not by Clerk.tab, which reads the words: the cases' applicants are no accounts, and shown by
                        // their ids
                        page.locator(".nav-tabs a")
                                .filter(Clerk.having(tab))
                                .first()
                                .click();
                        clerk.pause();
                        examine(page, each.role() + " 待办 " + tab, true);
                    }
                }
            }
        }
        assertThat(roles).contains("县级", "市级", "专家", "自治区经办", "自治区审定");
        assertThat(findings).as("what axe finds in Tasklist").isEmpty();
        assertThat(allowed)
                .as("what is allowed in %s and why, each still met", ALLOWED)
                .hasSizeLessThanOrEqualTo(ALLOWED_AT_MOST)
                .allSatisfy(pair -> assertThat(pair.get("reason")).isNotBlank())
                .containsExactlyInAnyOrderElementsOf(met);
    }

    @SuppressWarnings("unchecked")
    private void examine(Page page, String where, boolean tasklist) {
        page.evaluate(AXE);
        for (Map<String, Object> found : (List<Map<String, Object>>) page.evaluate(RUN, WCAG)) {
            if (FAILS.contains(found.get("impact"))
                    && !(tasklist && isAllowed(page, found.get("rule"), found.get("selector")))) {
                findings.add("%s: %s (%s) at %s: %s"
                        .formatted(
                                where,
                                found.get("rule"),
                                found.get("impact"),
                                found.get("selector"),
                                found.get("html")));
            }
        }
    }

    private boolean isAllowed(Page page, Object rule, Object selector) {
        List<Map<String, String>> fitting = allowed.stream()
                .filter(pair -> pair.get("rule").equals(rule)
                        && (Boolean) page.evaluate(MATCHES, List.of(selector, pair.get("selector"))))
                .toList();
        met.addAll(fitting);
        return !fitting.isEmpty();
    }
}
