/** What {@code dataFiling} calls. */
package org.smecluster.filing.process;
