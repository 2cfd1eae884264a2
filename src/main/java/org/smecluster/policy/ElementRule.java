package org.smecluster.policy;

import java.util.Map;
import java.util.Set;

/**
 * What may stand in one kind of XML element.
 *
 * @param attributes name to shape
 * @param needs      attributes that must be there
 * @param holds      names of the elements in it
 * @param text       shape of its own text; null where it has none
 */
record ElementRule(Map<String, Shape> attributes, Set<String> needs, Set<String> holds, Shape text) {}
