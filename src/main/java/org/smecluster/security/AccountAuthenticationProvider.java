package org.smecluster.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

@Component
class AccountAuthenticationProvider implements AuthenticationProvider {

    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final AuditTrail audit;

    AccountAuthenticationProvider(Accounts accounts, ClosedAccounts closed, AuditTrail audit) {
        this.accounts = accounts;
        this.closed = closed;
        this.audit = audit;
    }

    /** That an account is closed is told only to who knows its password. */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName().strip();
        if (!accounts.passwordMatches(userId, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("wrong user id or password");
        }
        if (closed.closed(userId)) {
            audit.record(AuditKind.LOGIN_FAILED, userId, null, "密码正确，但账号已停用");
            throw new DisabledException("closed");
        }
        Account account = accounts.find(userId).orElseThrow(() -> new BadCredentialsException("no account"));
        return token(account, attempt.getDetails());
    }

    static Authentication token(Account account, Object details) {
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.authorities());
        token.setDetails(details);
        return token;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
