/**
 * What every adverse decision says at its end: which authority made it (第四条, 第十二条) and what whoever disagrees can do. The
 * texts are the legal reviewer's, one for each kind of decision, with their basis; a decision keeps the text as it stood
 * on its day. Left to people: whether a kind of decision is open to review at all, and so what its text says. What ends
 * by the calendar alone is nobody's decision and bears none.
 */
package org.smecluster.remedy;
