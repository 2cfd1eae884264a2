/**
 * Who is signed in and what of ours may be reached: one login for the web apps, our pages and, as HTTP Basic, the
 * engine's REST API. The accounts themselves are the engine's ({@link org.smecluster.security.Accounts}).
 */
package org.smecluster.security;
