package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The header that all our pages have, and Camunda's web apps too: which of its places the present page belongs to. */
@Controller
@ControllerAdvice
class SiteHeader {

    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("/cases", "cases");
        PLACES.put("/batches", "batches");
        PLACES.put("/clusters", "clusters");
        PLACES.put("/monitoring", "monitoring");
        PLACES.put("/public/notices", "notices");
        PLACES.put("/public/clusters", "publicList");
        PLACES.put("/public/check", "check");
        for (String more : new String[] {
            "/dashboard",
            "/bulk",
            "/incidents",
            "/public/practices",
            "/experts",
            "/sectors",
            "/objections",
            "/notice-contacts",
            "/remedies",
            "/admin"
        }) {
            PLACES.put(more, "more");
        }
    }

    /** Null of a page that stands in no menu. */
    @ModelAttribute("place")
    String place(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals("/")) {
            return "home";
        }
        if (path.equals("/public")) {
            return "public";
        }
        return PLACES.entrySet().stream()
                .filter(place -> path.equals(place.getKey()) || path.startsWith(place.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /**
     * The header alone, for a web app.
     *
     * @param app as Camunda calls it, e.g. {@code tasklist}
     */
    @GetMapping("/header")
    String alone(@RequestParam(defaultValue = "") String app, Model model) {
        model.addAttribute("app", app);
        model.addAttribute("place", app.equals("tasklist") ? "tasks" : app.isEmpty() ? null : "more");
        return "layout :: bar";
    }
}
