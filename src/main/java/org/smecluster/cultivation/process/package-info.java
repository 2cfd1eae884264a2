/** The cultivation pool at the engine's edge. */
package org.smecluster.cultivation.process;
