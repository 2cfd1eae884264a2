/**
 * All plumbing between the engine and the domain in one place: configuration, form guard, typed variables, decisions,
 * messages, due dates. No domain fact lives here.
 */
package org.smecluster.engine;
