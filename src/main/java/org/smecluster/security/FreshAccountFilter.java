package org.smecluster.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of a deleted or closed account and one that has lasted, and lets changed groups count from the next
 * request on.
 */
class FreshAccountFilter extends OncePerRequestFilter {

    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final AccountStates states;
    private final Sessions sessions;

    FreshAccountFilter(Accounts accounts, ClosedAccounts closed, AccountStates states, Sessions sessions) {
        this.accounts = accounts;
        this.closed = closed;
        this.states = states;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/assets/") || path.startsWith("/camunda/lib/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Account known) {
            Optional<Account> now = accounts.find(known.userId());
            Optional<EndedSession> over =
                    sessions.over(request, states.of(known.userId()).sessionEpoch());
            if (now.isEmpty() || closed.closed(known.userId()) || over.isPresent()) {
                over.ifPresent(ending -> ending.tell(request, response));
                SecurityContextHolder.clearContext();
                HttpSession session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            } else if (!now.get().equals(known)) {
                SecurityContextHolder.setContext(new SecurityContextImpl(
                        AccountAuthenticationProvider.token(now.get(), authentication.getDetails())));
            }
        }
        chain.doFilter(request, response);
    }
}
