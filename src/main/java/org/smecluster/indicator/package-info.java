/** Raw data to indicators: pure arithmetic, no Spring, no engine. One class per indicator of the contract. */
package org.smecluster.indicator;
