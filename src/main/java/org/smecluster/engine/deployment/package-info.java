/**
 * The shipped models and forms come into the engine at the start, but never over a version that a person deployed
 * (ADR 0009); and how each key stands, for the administrator.
 */
package org.smecluster.engine.deployment;
