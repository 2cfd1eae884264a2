package org.smecluster.engine.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.AuthorizationServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * What makes administrators administrators is {@link GroupRights}' and not a row that one of them deletes by mistake:
 * nobody takes the group's rights, and nobody takes a member's but by taking the member out of the group.
 */
class FixedAdministratorRights extends AuthorizationServiceImpl {

    private final ProcessEngineConfigurationImpl configuration;

    FixedAdministratorRights(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public Authorization saveAuthorization(Authorization changed) {
        boolean revokes = changed.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE
                && (Groups.CAMUNDA_ADMIN.equals(changed.getGroupId()) || takesFromAdministrator(changed.getUserId()));
        boolean lowers = changed.getId() != null
                && fixed(changed.getId()).filter(now -> !asFixed(now, changed)).isPresent();
        if (revokes || lowers) {
            throw fixed();
        }
        return super.saveAuthorization(changed);
    }

    @Override
    public void deleteAuthorization(String authorizationId) {
        if (fixed(authorizationId).isPresent()) {
            throw fixed();
        }
        super.deleteAuthorization(authorizationId);
    }

    private boolean takesFromAdministrator(String userId) {
        return userId != null
                && (userId.equals(Authorization.ANY)
                        || unguarded(() -> configuration
                                        .getIdentityService()
                                        .createUserQuery()
                                        .userId(userId)
                                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                                        .count())
                                > 0);
    }

    private Optional<Authorization> fixed(String authorizationId) {
        return Optional.ofNullable(unguarded(() -> createAuthorizationQuery()
                        .authorizationId(authorizationId)
                        .singleResult()))
                .filter(each -> each.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT)
                .filter(each -> Groups.CAMUNDA_ADMIN.equals(each.getGroupId()))
                .filter(each -> Authorization.ANY.equals(each.getResourceId()));
    }

    private static boolean asFixed(Authorization now, Authorization changed) {
        return changed.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT
                && Groups.CAMUNDA_ADMIN.equals(changed.getGroupId())
                && now.getResourceType() == changed.getResourceType()
                && Authorization.ANY.equals(changed.getResourceId())
                && Arrays.asList(changed.getPermissions(new Permissions[] {Permissions.ALL}))
                        .contains(Permissions.ALL);
    }

    private <T> T unguarded(Callable<T> question) {
        return commandExecutor.execute(context -> context.runWithoutAuthorization(question));
    }

    private static AuthorizationException fixed() {
        return new AuthorizationException("系统管理员组的权限由系统设定，不能收回或更改。不再由某人管理系统的，请把其移出系统管理员组");
    }
}
