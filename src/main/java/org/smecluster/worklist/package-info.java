/**
 * What clerks do beside a single task: their list of what waits, many tasks at once (批量办理), drafts of forms.
 */
package org.smecluster.worklist;
