/** {@code nationalRecommendation} at the engine's edge. */
package org.smecluster.national.process;
