/**
 * Reads the engine's history and models. The Community edition of Cockpit shows none of it once an instance has ended.
 */
package org.smecluster.casehistory.engine;
