/** The tables of a draft on the engine's own evaluator, without the engine. */
package org.smecluster.whatif.engine;
