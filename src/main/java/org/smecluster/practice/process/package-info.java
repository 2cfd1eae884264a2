/** The collection of practice cases at the engine's edge. */
package org.smecluster.practice.process;
