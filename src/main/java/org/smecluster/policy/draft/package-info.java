/**
 * What persons deploy is a draft: judged, visible, and live only when a second policy owner has approved it (ADR 0052).
 */
package org.smecluster.policy.draft;
