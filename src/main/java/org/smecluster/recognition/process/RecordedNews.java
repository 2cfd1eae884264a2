package org.smecluster.recognition.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.smecluster.engine.CaseNews;
import org.smecluster.recognition.CaseEvents;
import org.smecluster.recognition.CaseEvents.CaseEvent;
import org.springframework.stereotype.Component;

/** The entry that a step has made in the case's record. */
@Component
class RecordedNews implements CaseNews {

    /** The entry and the task's end are two readings of one clock. */
    private static final Duration APART = Duration.ofSeconds(10);

    private final CaseEvents events;

    RecordedNews(CaseEvents events) {
        this.events = events;
    }

    @Override
    public Optional<String> at(String caseNumber, Instant at) {
        return events.of(caseNumber).stream()
                .filter(event -> Duration.between(event.at(), at).abs().compareTo(APART) < 0)
                .reduce((earlier, later) -> later)
                .map(CaseEvent::text);
    }
}
