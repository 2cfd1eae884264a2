/** The administrator's page for the holiday table. */
package org.smecluster.calendar.web;
