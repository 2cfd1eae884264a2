/**
 * Test sheets (ADR 0062): for each decision a workbook of examples that policy owners keep: what is given, what has to come out, and
 * by which article. Run on each draft of the decision; a failing example holds the approval back unless it is changed in the same
 * draft. A changed sheet is part of a draft, or a draft by itself, and takes a second person like everything else.
 */
package org.smecluster.testsheet;
