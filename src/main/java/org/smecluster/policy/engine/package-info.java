/** Keeps the engine to what {@link org.smecluster.policy.AllowedInModels} names: expressions, scripts, classes, queries. */
package org.smecluster.policy.engine;
