/** The filing of changes at the engine's edge. */
package org.smecluster.change.process;
