/** What a model may contain, and so what its expressions may reach: closed until it is named. */
package org.smecluster.policy;
