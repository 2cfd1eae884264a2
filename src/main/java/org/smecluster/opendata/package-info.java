/** Data of recognised clusters for everybody to use (第十二条(三): 向社会公开发布): what is published, and how it changed. */
package org.smecluster.opendata;
