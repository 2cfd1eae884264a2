/** The revocation at the engine's edge. */
package org.smecluster.revocation.process;
