package org.smecluster.engine.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.identity.Group;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.region.UnitsChanged;
import org.smecluster.security.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Brings groups, rights and filters in line with the regional tree and {@link GroupRights}, at every start and whenever
 * asked (a unit was added). Repeating it changes nothing; rights that an administrator added by hand stay.
 */
@Component
@Order(Provisioning.ORDER)
public class Provisioning implements ApplicationRunner {

    public static final int ORDER = 10;

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final TaskFilters taskFilters;
    private final Units units;

    Provisioning(
            IdentityService identityService,
            AuthorizationService authorizationService,
            TaskFilters taskFilters,
            Units units) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.taskFilters = taskFilters;
        this.units = units;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        provision();
    }

    /** A new unit's staff can work at once, and a renamed one's group says the new name. */
    @EventListener
    void unitsChanged(UnitsChanged changed) {
        provision();
        Group group = identityService
                .createGroupQuery()
                .groupId(changed.unit().group())
                .singleResult();
        group.setName(name(changed.unit()));
        identityService.saveGroup(group);
    }

    public void provision() {
        Map<String, String> groups = groups();
        ensureGroups(groups);
        List<String> filters = taskFilters.ensure();
        Map<String, Authorization> present =
                authorizationService
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .list()
                        .stream()
                        .filter(authorization -> authorization.getGroupId() != null)
                        .collect(Collectors.toMap(Provisioning::key, Function.identity(), (first, second) -> first));
        groups.keySet().forEach(group -> Role.of(group).ifPresent(role -> {
            List<Grant> grants = new ArrayList<>(GroupRights.of(role));
            if (GroupRights.worksOnTasks(role)) {
                filters.forEach(filter -> grants.add(GroupRights.readsFilter(filter)));
            }
            grants.forEach(grant -> ensure(group, grant, present));
        }));
    }

    /** Group id to name. */
    private Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (Unit unit : units.all()) {
            groups.put(unit.group(), name(unit));
        }
        groups.put(StaffGroup.OFFICERS, "自治区工业和信息化厅经办");
        groups.put(StaffGroup.LEADERS, "自治区工业和信息化厅审定");
        groups.put(StaffGroup.EXPERTS, "评审专家");
        groups.put(StaffGroup.POLICY_OWNERS, "政策管理员");
        groups.put(Groups.CAMUNDA_ADMIN, "系统管理员");
        return groups;
    }

    private static String name(Unit unit) {
        return unit.name() + (unit.level().isDepartment() ? "中小企业主管部门" : "");
    }

    private void ensureGroups(Map<String, String> groups) {
        Set<String> present = identityService.createGroupQuery().list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        groups.forEach((id, name) -> {
            if (!present.contains(id)) {
                Group group = identityService.newGroup(id);
                group.setName(name);
                group.setType(id.equals(Groups.CAMUNDA_ADMIN) ? Groups.GROUP_TYPE_SYSTEM : Groups.GROUP_TYPE_WORKFLOW);
                identityService.saveGroup(group);
            }
        });
    }

    private void ensure(String group, Grant grant, Map<String, Authorization> present) {
        Permission[] permissions = grant.permissions().toArray(Permission[]::new);
        Authorization authorization = present.get(key(group, grant.resource().resourceType(), grant.resourceId()));
        if (authorization == null) {
            authorization = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.resourceId());
        } else if (grant.permissions().stream().allMatch(authorization::isPermissionGranted)) {
            return;
        }
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizationService.saveAuthorization(authorization);
    }

    private static String key(Authorization authorization) {
        return key(authorization.getGroupId(), authorization.getResourceType(), authorization.getResourceId());
    }

    private static String key(String group, int resourceType, String resourceId) {
        return group + " " + resourceType + " " + resourceId;
    }
}
