/** The words of the Measures that every other package cites: articles, legal bases, outcomes and findings. */
package org.smecluster.law;
