/** What the engine's REST API and the web apps answer where Camunda's answer would not be understood by staff. */
package org.smecluster.engine.rest;
