/**
 * How the tasks of somebody who is away or leaves come to others.
 */
package org.smecluster.absence.engine;
