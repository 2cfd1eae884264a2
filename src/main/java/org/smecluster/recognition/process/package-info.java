/** Recognition in the engine: names, delegates and listeners of its processes. */
package org.smecluster.recognition.process;
