package org.smecluster.security;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A person who may sign in.
 *
 * @param userId      the engine's user id
 * @param displayName as shown on screen and in documents
 * @param groups      ids of the Camunda groups, e.g. {@code county-640221}
 */
public record Account(String userId, String displayName, List<String> groups)
        implements AuthenticatedPrincipal, Serializable {

    public Account {
        groups = List.copyOf(groups);
    }

    @Override
    public String getName() {
        return userId;
    }

    /** Each group id, and each role of theirs as {@code ROLE_…}. */
    List<GrantedAuthority> authorities() {
        return Stream.concat(
                        groups.stream(),
                        groups.stream()
                                .flatMap(group -> Role.of(group).stream())
                                .distinct()
                                .map(role -> "ROLE_" + role))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
