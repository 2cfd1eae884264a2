/** What the default profile shows on its first start, and how to try it without waiting for its periods. */
package org.smecluster.sample;
