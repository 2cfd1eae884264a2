/** Many clusters over many years: what the Measures say must become of them, and what the application made of them. */
package org.smecluster.life;
