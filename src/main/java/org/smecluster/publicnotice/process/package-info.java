/** The procedure at the engine's edge. */
package org.smecluster.publicnotice.process;
