/**
 * The case as every procedure after the recognition keeps it: whose it is, where it stands, and what was said in it,
 * word for word, with who, when and by which article. A procedure adds rules and a model, not tables of its own for
 * opinions and decisions.
 */
package org.smecluster.casework;
