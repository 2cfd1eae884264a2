/**
 * What people are told goes on beyond the application: by mail and to the government's messaging platform. A notice
 * ({@link org.smecluster.document.Notifications}) enters the queue with the step that tells it; who gets it by which way an
 * administrator says; a case never waits for it.
 */
package org.smecluster.message;
