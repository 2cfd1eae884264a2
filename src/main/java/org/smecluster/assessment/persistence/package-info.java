/** Assessments in the registry's database. */
package org.smecluster.assessment.persistence;
