package org.smecluster.e2e;

import com.microsoft.playwright.BrowserContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person presses with the mouse, by screen. To put the cursor into a field, to choose a file and to tick an item is
 * not counted; all else is, and nothing but the browser's own event counts: that of the press, for what is pressed may be gone
 * before the button is let go.
 */
final class Clicks {

    private static final String LISTENER = """
            addEventListener('pointerdown', (event) => {
              const at = event.target instanceof Element ? event.composedPath()[0] : null;
              const ticks = at instanceof Element
                  && at.closest('input:not([type=submit]):not([type=button]), textarea, label, option, .fjs-input-group');
              if (event.isTrusted && at && !ticks) {
                const task = document.querySelector('.sc-strip h2');
                window.pressed(task && location.pathname.startsWith('/camunda/') ? task.textContent : document.title);
              }
            }, true);
            """;

    private final Map<String, Integer> byScreen = new LinkedHashMap<>();

    static Clicks of(BrowserContext context) {
        Clicks clicks = new Clicks();
        context.exposeBinding("pressed", (source, arguments) -> {
            clicks.byScreen.merge(String.valueOf(arguments[0]).split(" · ")[0], 1, Integer::sum);
            return null;
        });
        context.addInitScript(LISTENER);
        return clicks;
    }

    /** Those of another sitting too. */
    void add(Clicks sitting) {
        sitting.byScreen.forEach((screen, times) -> byScreen.merge(screen, times, Integer::sum));
    }

    int all() {
        return byScreen.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<String, Integer> byScreen() {
        return byScreen;
    }

    /** For the log of the walk. */
    String told(String who) {
        return "[clicks] " + who + ": " + all() + " " + byScreen;
    }
}
