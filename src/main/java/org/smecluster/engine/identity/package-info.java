/**
 * The engine's users, groups, authorisations and task filters, and how a login reaches the web apps and the REST API.
 * What each group may do stands in one table: {@link org.smecluster.engine.identity.GroupRights}.
 */
package org.smecluster.engine.identity;
