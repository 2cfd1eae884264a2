/** What policy owners take into the Camunda Modeler: element templates and lint rules, made from the lists that the server judges by. */
package org.smecluster.policy.modeler;
