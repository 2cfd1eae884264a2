/** Reads running cases off the engine and moves them with its migration API. */
package org.smecluster.migration.engine;
