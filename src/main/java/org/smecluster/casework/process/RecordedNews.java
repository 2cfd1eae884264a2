package org.smecluster.casework.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Cases;
import org.smecluster.engine.CaseNews;
import org.smecluster.registry.LifeReader;
import org.springframework.stereotype.Component;

/** What was entered in the case. */
@Component
class RecordedNews implements CaseNews {

    private final Cases cases;

    RecordedNews(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Optional<String> ofTask(String taskId) {
        return last(cases.entriesOfTask(taskId));
    }

    @Override
    public Optional<String> until(String caseNumber, Instant time) {
        return last(cases.entries(caseNumber).stream()
                .filter(entry -> entry.audience() == LifeReader.UNIT
                        && !entry.enteredAt().isAfter(time))
                .toList());
    }

    private static Optional<String> last(List<CaseEntry> entries) {
        return entries.stream().reduce((earlier, later) -> later).map(entry -> entry.title() + "：" + entry.text());
    }
}
