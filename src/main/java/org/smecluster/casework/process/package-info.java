/** What the models of all procedures after the recognition have in common at the engine's edge. */
package org.smecluster.casework.process;
