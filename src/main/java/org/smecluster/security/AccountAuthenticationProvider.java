package org.smecluster.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

@Component
class AccountAuthenticationProvider implements AuthenticationProvider {

    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final AddressThrottle throttle;

    AccountAuthenticationProvider(Accounts accounts, ClosedAccounts closed, AddressThrottle throttle) {
        this.accounts = accounts;
        this.closed = closed;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (throttle.refuses(address)) {
            throw new AddressRefusedException();
        }
        String userId = attempt.getName().strip();
        switch (accounts.signIn(userId, String.valueOf(attempt.getCredentials()))) {
            case GRANTED -> {
                if (closed.closed(userId)) {
                    throw new DisabledException("closed");
                }
                Account account = accounts.find(userId).orElseThrow(() -> new BadCredentialsException("no account"));
                return token(account, attempt.getDetails());
            }
            case LOCKED -> {
                throttle.failed(address);
                throw new LockedException("locked");
            }
            default -> {
                throttle.failed(address);
                throw new BadCredentialsException("wrong user id or password");
            }
        }
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
