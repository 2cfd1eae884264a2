package org.smecluster.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.smecluster.engine.FormRejected.Fault;

/**
 * What the person's session was told last of a form, fault by fault: Tasklist passes on one text alone, from which its
 * fields cannot be told.
 */
public final class LastRefusal {

    private static final String KEPT = LastRefusal.class.getName();

    private record Kept(String path, ArrayList<Fault> faults) implements Serializable {}

    private LastRefusal() {}

    public static void keep(HttpServletRequest request, Throwable failure) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormRejected rejected) {
                session.setAttribute(KEPT, new Kept(request.getRequestURI(), new ArrayList<>(rejected.faults())));
                return;
            }
        }
        session.removeAttribute(KEPT);
    }

    /** @return empty where the last of them was not this task's */
    public static List<Fault> of(HttpServletRequest request, String taskId) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(KEPT) instanceof Kept kept
                        && kept.path().contains("/task/" + taskId + "/")
                ? List.copyOf(kept.faults())
                : List.of();
    }
}
