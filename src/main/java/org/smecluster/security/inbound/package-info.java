/**
 * How requests come in, before anybody is known: under which address, from whom, how slowly. Nothing of ours runs until
 * a request is there as a whole, so that no thread ever waits for a sender (ADR 0033).
 */
package org.smecluster.security.inbound;
