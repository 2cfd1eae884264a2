package org.smecluster.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What may be asked of the engine's two APIs, as {@code security/engine-doors.yml} lists it: by role, method and path as
 * they are sent, nothing else. {@link CanonicalRequests} has refused every other spelling of a path before.
 */
final class EngineDoors {

    private static final String FILE = "/security/engine-doors.yml";
    private static final String EVERYBODY = "everybody";
    private static final String SELF = "{self}";
    private static final String OF_INCIDENTS = "incident";
    private static final EngineDoors SHIPPED = read();

    /** @param roles empty for everybody who has signed in */
    record Door(Set<Role> roles, String method, List<String> path) {}

    private final List<Door> doors;
    private final Set<String> words;

    private EngineDoors(List<Door> doors, Set<String> words) {
        this.doors = doors;
        this.words = words;
    }

    static EngineDoors shipped() {
        return SHIPPED;
    }

    /** At {@code /engine-rest}: who needs no web app. */
    AuthorizationManager<RequestAuthorizationContext> withBasic() {
        Set<Role> admitted = EnumSet.of(Role.POLICY_OWNER, Role.ADMINISTRATOR);
        return (who, context) -> decision(who.get(), context.getRequest(), admitted, "/engine-rest");
    }

    /** At {@code /camunda/api}: everybody in a session, each with their roles. */
    AuthorizationManager<RequestAuthorizationContext> inSession() {
        return (who, context) ->
                decision(who.get(), context.getRequest(), EnumSet.allOf(Role.class), "/camunda/api/engine");
    }

    private AuthorizationDecision decision(
            Authentication who, HttpServletRequest request, Set<Role> admitted, String base) {
        if (!(who.getPrincipal() instanceof Account account)) {
            return new AuthorizationDecision(false);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        account.groups()
                .forEach(group -> Role.of(group).filter(admitted::contains).ifPresent(roles::add));
        boolean comesIn = admitted.size() == Role.values().length || !roles.isEmpty();
        String path = resource(
                request.getRequestURI().substring(request.getContextPath().length()), base);
        return new AuthorizationDecision(comesIn
                && open(account.userId(), roles, request.getMethod(), path)
                && (roles.contains(Role.ADMINISTRATOR) || !asksForIncidents(path, request)));
    }

    /**
     * Who may see a model would learn, by asking for the models that have an incident with such words, what stands in the incidents of
     * cases: that the engine lets everybody ask.
     */
    private static boolean asksForIncidents(String path, HttpServletRequest request) {
        return path.startsWith("/process-definition")
                && request.getParameterMap().keySet().stream().anyMatch(name -> name.startsWith(OF_INCIDENTS));
    }

    /** As the list names it: of the engine's resources what follows the engine, of all others the whole path. */
    private static String resource(String path, String base) {
        String ofTheEngine = base + "/engine/default/";
        if (path.startsWith(ofTheEngine)) {
            return path.substring(ofTheEngine.length() - 1);
        }
        return base.equals("/engine-rest") && path.startsWith(base) ? path.substring(base.length()) : path;
    }

    boolean open(String userId, Set<Role> roles, String method, String path) {
        List<String> asked = segments(path);
        return doors.stream()
                .filter(door -> door.method().equals(method))
                .filter(door -> door.roles().isEmpty() || door.roles().stream().anyMatch(roles::contains))
                .anyMatch(door -> leadsTo(door.path(), asked, userId));
    }

    private boolean leadsTo(List<String> door, List<String> asked, String userId) {
        if (door.size() != asked.size()) {
            return false;
        }
        for (int i = 0; i < door.size(); i++) {
            String named = door.get(i);
            String segment = asked.get(i);
            boolean fits = named.equals(SELF)
                    ? segment.equals(userId)
                    : named.startsWith("{") ? !segment.isEmpty() && !words.contains(segment) : segment.equals(named);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The doors as they are listed. */
    List<Door> all() {
        return doors;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static EngineDoors read() {
        try (InputStream in = EngineDoors.class.getResourceAsStream(FILE)) {
            return of(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @SuppressWarnings("unchecked")
    private static EngineDoors of(Map<String, List<?>> file) {
        List<Door> doors = new ArrayList<>();
        for (Map<String, List<String>> list : (List<Map<String, List<String>>>) file.get("doors")) {
            Set<Role> roles = roles(list.get("for"));
            for (String line : list.get("may")) {
                String[] methodAndPath = line.trim().split("\\s+");
                doors.add(new Door(roles, methodAndPath[0], segments(methodAndPath[1])));
            }
        }
        return new EngineDoors(List.copyOf(doors), Set.copyOf((List<String>) file.get("words")));
    }

    private static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (!names.equals(List.of(EVERYBODY))) {
            names.forEach(name -> roles.add(Role.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT))));
        }
        return roles;
    }
}
