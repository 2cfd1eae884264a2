package org.smecluster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person without a mouse: what she wants she reaches by Tab, and she must see that she is there. What the focus passed on
 * its way is told where it does not arrive.
 */
final class Keyboard {

    private static final int AT_MOST = 45;
    private static final Pattern DRAWN = Pattern.compile("solid|auto|dotted|dashed|rgb");

    /** The element and what is drawn around it: a box that is drawn for a hidden field shows the focus for it. */
    private static final String LOOK = """
            element => {
              const look = [];
              for (let at = element, up = 0; at instanceof Element && up < 4; at = at.parentElement, up++) {
                const style = getComputedStyle(at);
                look.push(style.outlineStyle === 'none' ? 'none' : style.outline, style.boxShadow);
              }
              return look;
            }
            """;

    private static final String HAS_FOCUS = "element => element.getRootNode().activeElement === element";

    /** Some part of it is in the window, with nothing drawn over it (WCAG 2.4.11). */
    private static final String IN_VIEW = """
            element => {
              const box = (element.closest('label') ?? element).getBoundingClientRect();
              const root = element.getRootNode();
              const related = at => at && (at.contains(element) || element.contains(at)
                  || at === element.closest('label') || element.labels && [...element.labels].some(label => label.contains(at)));
              for (const x of [0.1, 0.5, 0.9]) {
                for (const y of [0.2, 0.5, 0.8]) {
                  const at = root.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
                  if (related(at)) {
                    return true;
                  }
                }
              }
              return false;
            }
            """;

    private static final String WHERE = """
            () => {
              const task = document.querySelector('.sc-strip h2');
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) {
                at = at.shadowRoot.activeElement;
              }
              return (task ? task.textContent : document.title) + ': ' + (at ? at.outerHTML.replace(/\\s+/g, ' ').slice(0, 130) : 'nothing');
            }
            """;

    /** How often in turn the same element was found to have the focus; within a frame one does not look. */
    private static final String HELD = """
            () => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) {
                at = at.shadowRoot.activeElement;
              }
              window.held = at === window.heldBy && at !== document.body && at?.localName !== 'iframe' ? window.held + 1 : 1;
              window.heldBy = at;
              return window.held;
            }
            """;

    private final Page page;
    private final Set<String> unseen = new LinkedHashSet<>();
    private int presses;

    Keyboard(Page page) {
        this.page = page;
        // one who listens all the time: to begin to takes effect too late for the key that is pressed next
        page.onFileChooser(chooser -> {});
    }

    int presses() {
        return presses;
    }

    void press(String key) {
        presses++;
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    void tabTo(Locator wanted) {
        reach(wanted, "Tab");
    }

    void backTo(Locator wanted) {
        reach(wanted, "Shift+Tab");
    }

    /** The first thing on a page, past the header. */
    void skipHeader(String arrivesAt) {
        tabTo(page.locator(".skip-link"));
        press("Enter");
        assertThat(hasFocus(page.locator(arrivesAt)))
                .as("the skip link leads to %s", arrivesAt)
                .isTrue();
    }

    void tabAndPress(Locator wanted, String key) {
        tabTo(wanted);
        press(key);
    }

    /** Replaces what stands in the field. */
    void fill(Locator field, String value) {
        tabTo(field);
        press("Control+A");
        type(value);
        assertThat(field.inputValue()).isEqualTo(value);
    }

    /** By what the browser itself asks, not by setting the file. */
    void file(Locator input, Path file) {
        tabTo(input);
        FileChooser chooser = page.waitForFileChooser(() -> press("Enter"));
        chooser.setFiles(file);
    }

    /** Of a group of radio buttons, the one behind {@code option}; Tab reaches one of them, the arrows the others. */
    void choose(Locator group, String option) {
        Locator radios = group.locator("input[type=radio]");
        Locator wanted = group.locator("label[for]")
                .filter(Clerk.having(option))
                .first()
                .locator("input")
                .or(group.getByLabel(option, new Locator.GetByLabelOptions().setExact(true)))
                .first();
        tabTo(radios.first());
        for (int moved = 0; !hasFocus(wanted) && moved < radios.count(); moved++) {
            press("ArrowDown");
        }
        seen(wanted, List.of());
        if (!wanted.isChecked()) {
            press("Space");
        }
        assertThat(wanted.isChecked()).as(option).isTrue();
    }

    private void reach(Locator wanted, String key) {
        wanted.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        Object before = hasFocus(wanted) ? List.of() : wanted.evaluate(LOOK);
        List<String> passed = new ArrayList<>();
        while (!hasFocus(wanted)) {
            press(key);
            passed.add((String) page.evaluate(WHERE));
            assertThat((Integer) page.evaluate(HELD))
                    .as("%s holds the focus, on the way to %s", passed.get(passed.size() - 1), wanted)
                    .isLessThan(3);
            assertThat(passed).as("to %s by %s", wanted, key).hasSizeLessThanOrEqualTo(AT_MOST);
        }
        seen(wanted, before);
    }

    /** What is wrong with how the focus shows is collected, so that one walk finds all of it. */
    private void seen(Locator wanted, Object before) {
        Object now = wanted.evaluate(LOOK);
        if (now.equals(before) || !DRAWN.matcher(now.toString()).find()) {
            unseen.add("the focus is not drawn: " + page.evaluate(WHERE));
        }
        if (!(Boolean) wanted.evaluate(IN_VIEW)) {
            unseen.add("the focus is out of view or covered: " + page.evaluate(WHERE));
        }
    }

    /** Where the focus was, and could not be seen. */
    Set<String> unseen() {
        return unseen;
    }

    private static boolean hasFocus(Locator wanted) {
        return wanted.count() > 0 && (Boolean) wanted.evaluate(HAS_FOCUS);
    }
}
