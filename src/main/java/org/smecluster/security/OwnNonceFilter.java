package org.smecluster.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a web app's page the nonce of its own policy. Camunda 7.24 makes a nonce for the header of every answer below
 * {@code /camunda} and hands it to the page through one attribute of the servlet context: a request that comes between
 * header and page changes it, no script of the page may run, and the page stays blank. Caching has no part in it: the
 * page has no validators, so that a browser keeps header and page together or not at all.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OwnNonceFilter extends OncePerRequestFilter {

    private static final RequestMatcher PAGES =
            PathPatternRequestMatcher.withDefaults().matcher("/camunda/app/{app}/{engine}/");
    private static final Pattern IN_POLICY = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[^\"]*\"");

    /** Maps bytes to characters and back without loss, whatever the page's encoding. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGES.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        String policy = held.getHeader("Content-Security-Policy");
        Matcher nonce = IN_POLICY.matcher(policy == null ? "" : policy);
        if (nonce.find()) {
            String page = new String(held.getContentAsByteArray(), BYTES);
            byte[] own = IN_PAGE.matcher(page)
                    .replaceAll(Matcher.quoteReplacement("nonce=\"" + nonce.group(1) + "\""))
                    .getBytes(BYTES);
            held.resetBuffer();
            held.getOutputStream().write(own);
        }
        held.copyBodyToResponse();
    }
}
