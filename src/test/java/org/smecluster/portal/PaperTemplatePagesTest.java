package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.PaperTemplates;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.Written;
import org.smecluster.recognition.CityReview;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.smecluster.support.Materials;
import org.smecluster.support.PaperOnFile;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("文书模板：政策人员在Word中修改后上传，核对、预览、启用、改回；出具过的不变")
class PaperTemplatePagesTest {

    private static final Account OWNER = new Account("policy", "田思源", List.of("policy-owner"));
    private static final String PAGE = "/admin/paper-templates/ACCEPTANCE";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private PaperTemplates templates;

    private PortalFixture portal;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
    }

    private MockHttpServletResponse answer(Account account, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response =
                portal.as(account).perform(request).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private String page(Account account, String path) throws Exception {
        return answer(account, get(path)).getContentAsString();
    }

    private static MockMultipartHttpServletRequestBuilder upload(String path, byte[] docx, String reason, int seen) {
        MockMultipartHttpServletRequestBuilder request = multipart(path);
        request.file(new MockMultipartFile("file", "受理-改.docx", null, docx))
                .param("reason", reason)
                .param("seen", String.valueOf(seen));
        return request;
    }

    /** The shipped one, with words of its body replaced. */
    private byte[] changed(String from, String to) {
        Docx shipped = Docx.read(templates.shipped(PaperKind.ACCEPTANCE));
        return Written.replaced(shipped, from, to).bytes();
    }

    @Test
    @DisplayName("列出每一种、版本和可以用的字段；下载和样例都打得开")
    void read() throws Exception {
        assertThat(page(OWNER, "/admin/paper-templates")).contains("受理通知书", "撤销认定决定书", "第1版，未启用", "系统预置");
        assertThat(page(OWNER, PAGE)).contains("{{集群名称}}", "必须有", "核对并启用");
        assertThat(page(PortalFixture.OFFICER, PAGE)).contains("模板由政策人员更换").doesNotContain("核对并启用");
        assertThat(page(OWNER, "/admin/paper-templates/RECOMMENDATION")).contains("{{汇总.集群名称}}", "清单“汇总”的列");
        assertThat(answer(OWNER, get(PAGE + "/versions/1")).getContentAsByteArray())
                .isEqualTo(templates.shipped(PaperKind.ACCEPTANCE));
        try (var sample =
                Loader.loadPDF(answer(OWNER, get(PAGE + "/versions/1/sample")).getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(sample)).contains("示例县精细化工产业集群", "未盖章稿");
        }
    }

    @Test
    @DisplayName("写错的字段、缺少的字段、不是文档的，逐处说明；不启用，什么也不变")
    void refused() throws Exception {
        MockHttpServletResponse wrong = answer(OWNER, upload(PAGE, changed("{{受理意见}}", "{{受里意见}}"), "改措辞", 1));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString()).contains("“{{受里意见}}”不认识，是不是“{{受理意见}}”？", "value=\"改措辞\"");
        assertThat(answer(OWNER, upload(PAGE, changed("{{来源}}", "来源"), "改措辞", 1))
                        .getContentAsString())
                .contains("缺少必须有的字段“{{来源}}”");
        assertThat(answer(OWNER, upload(PAGE, "文字".getBytes(StandardCharsets.UTF_8), "改措辞", 1))
                        .getContentAsString())
                .contains("这不是Word文档");
        assertThat(answer(OWNER, upload(PAGE, changed("现予受理", "予以受理"), " ", 1)).getContentAsString())
                .contains("请填写更换的理由");
        assertThat(answer(OWNER, upload(PAGE, templates.shipped(PaperKind.ACCEPTANCE), "同样的", 1))
                        .getContentAsString())
                .contains("与正在使用的第1版相同");
        assertThat(templates.versions(PaperKind.ACCEPTANCE)).hasSize(1);
    }

    @Test
    @DisplayName("预览只看效果；启用后新的文书按新模板，出具过的仍按原来的；改回成为新的一版")
    void replaced() throws Exception {
        var submitted = portal.submitted();
        new Materials(context).accept(submitted.caseNumber(), PortalFixture.CITY);
        portal.bean(CityReview.class)
                .decideAcceptance(submitted.id(), Conclusion.ACCEPT, "材料齐全", null, PortalFixture.CITY);
        PaperOnFile papers = new PaperOnFile(context);
        byte[] changed = changed("现予受理", "经审查予以受理");
        try (var preview = Loader.loadPDF(
                answer(OWNER, upload(PAGE + "/preview", changed, "", 1)).getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(preview).replace("\n", "")).contains("经审查予以受理");
        }
        assertThat(templates.inUse(PaperKind.ACCEPTANCE).template().version()).isEqualTo(1);
        assertThat(answer(OWNER, upload(PAGE, changed, "统一措辞", 1)).getRedirectedUrl())
                .isEqualTo(PAGE);
        String path = "/cases/" + submitted.caseNumber();
        assertThat(Written.text(Docx.read(answer(PortalFixture.CITY, get(path + "/papers/ACCEPTANCE/1/docx"))
                        .getContentAsByteArray())))
                .contains("经审查予以受理", "模板第2版");
        long id = papers.issue(
                submitted.caseNumber(), PaperKind.ACCEPTANCE, "石工信发〔2026〕31号", PortalFixture.TODAY, PortalFixture.CITY);
        assertThat(answer(
                                OWNER,
                                post(PAGE + "/versions/1/return")
                                        .param("reason", "恢复原文")
                                        .param("seen", "1"))
                        .getStatus())
                .as("somebody who saw version 1")
                .isEqualTo(409);
        assertThat(answer(
                                OWNER,
                                post(PAGE + "/versions/1/return")
                                        .param("reason", "恢复原文")
                                        .param("seen", "2"))
                        .getRedirectedUrl())
                .isEqualTo(PAGE);
        assertThat(templates.inUse(PaperKind.ACCEPTANCE).template().version()).isEqualTo(3);
        assertThat(templates.inUse(PaperKind.ACCEPTANCE).content()).isEqualTo(templates.shipped(PaperKind.ACCEPTANCE));
        assertThat(Written.text(Docx.read(answer(PortalFixture.CITY, get(path + "/issued-papers/" + id + "/docx"))
                        .getContentAsByteArray())))
                .contains("经审查予以受理", "模板第2版");
        assertThat(page(OWNER, PAGE)).contains("第3版，policy，2026-03-16", "理由：恢复原文", "理由：统一措辞", "改回第2版");
    }

    @Test
    @DisplayName("认定证书由政策人员启用后才有，停用后不再出具；办法规定的文书不能停用")
    void certificate() throws Exception {
        String certificate = "/admin/paper-templates/CERTIFICATE";
        assertThat(page(OWNER, certificate)).contains("办法没有规定这种文书", "启用认定证书");
        assertThat(templates.switchedOn(PaperKind.CERTIFICATE)).isFalse();
        answer(OWNER, post(certificate + "/switch").param("on", "true").param("reason", "宁工信函〔2026〕1号"));
        assertThat(templates.switchedOn(PaperKind.CERTIFICATE)).isTrue();
        assertThat(page(OWNER, certificate)).contains("停用认定证书", "理由：宁工信函〔2026〕1号");
        answer(OWNER, post(certificate + "/switch").param("on", "false").param("reason", "取消"));
        assertThat(templates.switchedOn(PaperKind.CERTIFICATE)).isFalse();
        assertThat(answer(OWNER, post(PAGE + "/switch").param("on", "false").param("reason", "取消"))
                        .getContentAsString())
                .contains("受理通知书是办法规定的程序需要的，不能停用");
    }

    @Test
    @DisplayName("别人不能更换：经办、审定、市、申报单位、专家都被拒绝")
    void whoReplaces() throws Exception {
        byte[] changed = changed("现予受理", "予以受理");
        for (Account other :
                List.of(PortalFixture.OFFICER, PortalFixture.CITY, PortalFixture.APPLICANT, PortalFixture.EXPERT)) {
            assertThat(answer(other, upload(PAGE, changed, "改", 1)).getStatus()).isEqualTo(403);
            assertThat(answer(other, upload(PAGE + "/preview", changed, "改", 1)).getStatus())
                    .isEqualTo(403);
        }
        for (Account other : List.of(PortalFixture.CITY, PortalFixture.APPLICANT, PortalFixture.EXPERT)) {
            assertThat(answer(other, get(PAGE)).getStatus()).isEqualTo(403);
            assertThat(answer(other, get(PAGE + "/versions/1")).getStatus()).isEqualTo(403);
        }
        assertThat(templates.inUse(PaperKind.ACCEPTANCE).template().version()).isEqualTo(1);
    }
}
