/** The tables of drafts and of their history. */
package org.smecluster.policy.draft.persistence;
