/**
 * What is remembered of an instance, running or finished: where it stands, for everybody who may see the case; its path,
 * tasks, variables, decisions and incidents, for the administrator's Cockpit. Nothing here asks who reads: the callers do.
 */
package org.smecluster.casehistory;
