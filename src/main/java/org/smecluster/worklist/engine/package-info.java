/**
 * The worklist's side in the engine. Nothing here decides who may: the engine is asked as the person.
 */
package org.smecluster.worklist.engine;
