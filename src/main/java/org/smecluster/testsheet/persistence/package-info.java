/** The tables of test sheets: versions, and what drafts change. */
package org.smecluster.testsheet.persistence;
