/**
 * What the engine remembers of an instance, running or finished, for the administrator's Cockpit: its path, tasks,
 * variables, decisions and incidents. The Community edition of Cockpit shows none of it once an instance has ended.
 * Nothing here asks who reads: its callers let the administrator alone in.
 */
package org.smecluster.engine.history;
