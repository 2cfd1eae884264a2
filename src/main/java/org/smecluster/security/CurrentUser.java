package org.smecluster.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.smecluster.region.RegionalScope;
import org.smecluster.region.Units;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person on whose request this thread works, in a web app, on a page of ours or through REST. */
@Component
public class CurrentUser {

    private final Units units;

    CurrentUser(Units units) {
        this.units = units;
    }

    /** Empty without a login: a public page, or a job of the engine. */
    public Optional<Account> account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        if (authentication.getPrincipal() instanceof Account account) {
            return Optional.of(account);
        }
        List<String> groups = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> !authority.startsWith("ROLE_"))
                .toList();
        return Optional.of(new Account(authentication.getName(), authentication.getName(), groups));
    }

    /** @throws AuthenticationCredentialsNotFoundException if nobody is signed in */
    public String userId() {
        return signedIn().userId();
    }

    /** As shown on screen, e.g. 马建国. */
    public String displayName() {
        return signedIn().displayName();
    }

    /** Ids of the person's groups; empty if nobody is signed in. */
    public List<String> groups() {
        return account().map(Account::groups).orElse(List.of());
    }

    public boolean inAny(String... groups) {
        return Arrays.stream(groups).anyMatch(groups()::contains);
    }

    public boolean is(Role role) {
        return groups().stream()
                .anyMatch(group -> Role.of(group).filter(role::equals).isPresent());
    }

    /** Of the autonomous region's department. */
    public boolean isProvince() {
        return is(Role.PROVINCE_OFFICER) || is(Role.PROVINCE_LEADER);
    }

    /** Of a county, park or city, or of the autonomous region's department: who handles cases. */
    public boolean isStaff() {
        return is(Role.APPLICANT) || is(Role.CITY) || isProvince();
    }

    /** @throws AccessDeniedException if the person is in none of the groups */
    public void require(String... anyOfGroups) {
        if (!inAny(anyOfGroups)) {
            throw new AccessDeniedException("您所在的组无权进行此项操作。如确需办理，请联系系统管理员调整所在的组。");
        }
    }

    /** Whose cases the person may see. */
    public RegionalScope scope() {
        return RegionalScope.of(groups(), units);
    }

    private Account signedIn() {
        return account().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }
}
