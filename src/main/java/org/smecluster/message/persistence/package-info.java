/** The outbox in PostgreSQL. */
package org.smecluster.message.persistence;
