/**
 * The chain of digests over what was entered about cases, evidence, rules and accounts: it says whether any of it was changed
 * behind the application's back (ADR 0064).
 */
package org.smecluster.audit;
