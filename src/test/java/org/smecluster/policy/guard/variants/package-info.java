/** Spoilt and harmless variants of the shipped models, made by rule: what the guard must refuse and what it must let pass. */
package org.smecluster.policy.guard.variants;
