/**
 * The revocation of a recognition (第十七条): facts, notice and hearing, legal check, decision. Causes come from other
 * procedures through the registry; whether a fact is true, and whether to revoke, is left to people.
 */
package org.smecluster.revocation;
