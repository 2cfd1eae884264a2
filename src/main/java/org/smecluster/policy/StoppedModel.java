package org.smecluster.policy;

import java.time.Instant;
import java.util.List;

/**
 * A stored file that contains what no model may contain.
 *
 * @param definitions what the engine keeps of it, in Chinese, e.g. {@code 流程clusterRecognition 第2版}; one at least
 * @param openCases   how many cases stand still with it
 * @param findings    sentences with line, element and remedy
 */
public record StoppedModel(
        String resource, List<String> definitions, long openCases, List<String> findings, Instant stoppedAt) {}
