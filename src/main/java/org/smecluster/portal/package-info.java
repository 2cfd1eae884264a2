/** Our own web pages: the home page of each role, public notices, cases, batches and the ledger. */
package org.smecluster.portal;
