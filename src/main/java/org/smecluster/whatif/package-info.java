/**
 * What a draft of the decision tables would change: held against every application, review and yearly report that was handed
 * in and assessed, beside what is in force, with nothing left in the engine and no case decided (第十条、第十一条, ADR 0059).
 * Whether the change is wanted is left to people.
 */
package org.smecluster.whatif;
