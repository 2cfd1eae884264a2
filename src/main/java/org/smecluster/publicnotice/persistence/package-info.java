/** The tables of public notices. */
package org.smecluster.publicnotice.persistence;
