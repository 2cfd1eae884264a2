/**
 * The cluster's lifelong record: its number, its terms and every change of its state, dated and reasoned (第十二条(三),
 * 第十四条, 第十七条), and the numbers of cases. Procedures meet here.
 */
package org.smecluster.registry;
