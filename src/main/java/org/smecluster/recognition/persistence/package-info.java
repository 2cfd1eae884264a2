/** The tables of recognition. */
package org.smecluster.recognition.persistence;
