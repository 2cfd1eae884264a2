/** What differs between two versions of a process, decision or form, told in sentences for people who know no file format. */
package org.smecluster.policy.compare;
