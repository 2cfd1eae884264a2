/** What the office would otherwise write to somebody: for now, what a unit is told about its cases. */
package org.smecluster.document;
