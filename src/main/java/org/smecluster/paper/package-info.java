/**
 * Papers that staff would otherwise type: notices, opinions, letters, decisions, filled from templates that staff change in Word, as docx and
 * as PDF/A (第十二条 to 第十七条). A procedure tells what of a case can be said ({@link org.smecluster.paper.PaperDesk}); numbers
 * are entered, never invented. Left to people: the number, the day, the seal, and whether a paper goes out at all. The
 * Measures know neither the papers' wording nor a certificate.
 */
package org.smecluster.paper;
