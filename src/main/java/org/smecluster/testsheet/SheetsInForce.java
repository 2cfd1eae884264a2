package org.smecluster.testsheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which sheet counts: the latest of a person's, else what the program comes with, as with models (ADR 0009). */
@Component
class SheetsInForce {

    static final String SHIPPED = "系统预置";

    private final SheetStore store;
    private final ShippedSheets shipped;

    SheetsInForce(SheetStore store, ShippedSheets shipped) {
        this.store = store;
        this.shipped = shipped;
    }

    /** As {@link ExampleSheet} writes it; empty where the decision has none. */
    Optional<String> of(String decision) {
        return content(decision, store.versions(decision).stream().findFirst());
    }

    private Optional<String> content(String decision, Optional<SheetVersion> latest) {
        return latest.filter(version -> !version.shipped())
                .map(SheetVersion::content)
                .or(() -> shipped.of(decision))
                .or(() -> latest.map(SheetVersion::content));
    }

    /** The latest first: what came with the program stands there only where a person's took its place. */
    List<SheetVersion> versions(String decision) {
        return store.versions(decision);
    }

    /** Of the decision, what the draft took the place of; empty where the draft's is no longer the latest. */
    Optional<SheetVersion> replaced(String decision, long draft) {
        List<SheetVersion> versions = store.versions(decision);
        return versions.size() > 1
                        && !versions.get(0).shipped()
                        && Long.valueOf(draft).equals(versions.get(0).draftId())
                ? Optional.of(versions.get(1))
                : Optional.empty();
    }

    /** What was in force before a draft that still is; empty where nothing was. */
    Optional<String> before(String decision, long draft) {
        return content(decision, replaced(decision, draft));
    }

    boolean isOf(String decision, long draft) {
        return store.versions(decision).stream()
                .findFirst()
                .filter(latest -> !latest.shipped() && Long.valueOf(draft).equals(latest.draftId()))
                .isPresent();
    }

    /** In the place of what is in force, which is entered first where it came with the program. */
    void enter(SheetChange change, Instant now) {
        Optional<SheetVersion> latest =
                store.versions(change.decision()).stream().findFirst();
        int next = latest.map(SheetVersion::version).orElse(0) + 1;
        Optional<String> replaced = shipped.of(change.decision()).filter(content -> latest.map(
                        version -> version.shipped() && !version.content().equals(content))
                .orElse(true));
        if (replaced.isPresent()) {
            store.enter(
                    new SheetVersion(change.decision(), next++, replaced.get(), true, null, null, null, SHIPPED, now));
        }
        store.enter(new SheetVersion(
                change.decision(),
                next,
                change.content(),
                false,
                change.draftId(),
                change.reason(),
                change.changedBy(),
                change.changedByName(),
                now));
    }

    /** Puts an earlier one in force again; one that came with the program follows the upgrades again. */
    void again(SheetVersion earlier, long draft, String reason, String by, String byName, Instant now) {
        store.enter(new SheetVersion(
                earlier.decision(),
                store.versions(earlier.decision()).get(0).version() + 1,
                earlier.content(),
                earlier.shipped(),
                draft,
                reason,
                by,
                byName,
                now));
    }
}
