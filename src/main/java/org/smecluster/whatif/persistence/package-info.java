/** What-ifs in the database. */
package org.smecluster.whatif.persistence;
