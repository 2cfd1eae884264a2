/** What can be begun, as the engine has it: start forms, starts, the first task. */
package org.smecluster.starting.engine;
