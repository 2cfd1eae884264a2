package org.smecluster.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("A web app's page bears the nonce of its own policy")
class OwnNonceFilterTest {

    @Test
    @DisplayName("though another request changed the shared nonce before the page was written")
    void ownNonce() throws Exception {
        MockHttpServletResponse response = answer("/camunda/app/tasklist/default/");

        assertThat(response.getContentAsString())
                .isEqualTo("<script nonce=\"own\">1</script><script nonce=\"own\">2</script>");
    }

    @Test
    @DisplayName("and nothing else is touched")
    void othersPass() throws Exception {
        assertThat(answer("/camunda/app/tasklist/scripts/config.js").getContentAsString())
                .contains("nonce=\"other\"");
    }

    private static MockHttpServletResponse answer(String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new OwnNonceFilter().doFilter(request, response, (in, out) -> {
            ((HttpServletResponse) out).setHeader("Content-Security-Policy", "script-src 'nonce-own' 'strict-dynamic'");
            out.getOutputStream()
                    .write("<script nonce=\"other\">1</script><script nonce=\"other\">2</script>".getBytes());
        });
        return response;
    }
}
