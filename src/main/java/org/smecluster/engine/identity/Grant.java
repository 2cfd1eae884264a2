package org.smecluster.engine.identity;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * What a group may do with one resource.
 *
 * @param resourceId an id or key, or {@code *}
 */
record Grant(Resource resource, String resourceId, Set<Permission> permissions) {

    static Grant of(Resource resource, String resourceId, Permission... permissions) {
        return new Grant(resource, resourceId, Set.of(permissions));
    }
}
