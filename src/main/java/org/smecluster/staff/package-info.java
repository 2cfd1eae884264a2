/**
 * The accounts of the departments: who is of which unit and post. Registered one by one or from a sheet, given a first password
 * that is shown once; who leaves is handed over and closed in {@code absence}, never deleted. No article asks for it.
 */
package org.smecluster.staff;
