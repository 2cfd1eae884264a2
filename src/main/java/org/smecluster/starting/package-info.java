/**
 * What a person can begin now, of what, and until when (发起): the one list, which home, start page and cluster page show and
 * which a start is held against. Each procedure says its part in a {@link org.smecluster.starting.Startable}, out of the same
 * rules by which it refuses.
 */
package org.smecluster.starting;
