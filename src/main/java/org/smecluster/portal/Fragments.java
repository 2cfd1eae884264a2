package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;

/** Scripts of ours ask for a page's content alone, by a header of their own. */
final class Fragments {

    private static final String HEADER = "X-Fragment";

    private Fragments() {}

    static boolean wanted(HttpServletRequest request) {
        return request.getHeader(HEADER) != null;
    }
}
