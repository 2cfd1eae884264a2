package org.smecluster.policy;

import java.util.List;

/** A stored task filter with expressions that are not allowed; who opens it is told so. */
public record StoppedFilter(String name, String owner, List<String> expressions) {}
