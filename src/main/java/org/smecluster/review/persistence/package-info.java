/** The tables of experts, their opinions, inspections and plans. */
package org.smecluster.review.persistence;
