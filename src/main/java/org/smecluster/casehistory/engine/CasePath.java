package org.smecluster.casehistory.engine;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.smecluster.casehistory.InstanceStory.FlowTaken;
import org.springframework.stereotype.Component;

/** Where an instance was, and by which flows it came there: the one answer for every page that draws a path. */
@Component
class CasePath {

    /** The engine keeps a visit of its own for the frame around the parallel visits of one node. */
    private static final String FRAME = "#multiInstanceBody";

    private final HistoryService history;
    private final Models models;

    CasePath(HistoryService history, Models models) {
        this.history = history;
        this.models = models;
    }

    /** As they began; those of one moment as the engine's counter has them. */
    List<HistoricActivityInstance> visits(String instanceId) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .toList();
    }

    /** In the order in which each was first taken. */
    List<FlowTaken> flows(String definitionId, List<HistoricActivityInstance> visits) {
        return TakenPath.of(
                visits.stream()
                        .map(visit -> new TakenPath.Visit(
                                visit.getId(),
                                node(visit),
                                visit.getParentActivityInstanceId(),
                                visit.getExecutionId(),
                                Values.instant(visit.getStartTime()),
                                Values.instant(visit.getEndTime()),
                                visit.isCanceled()))
                        .toList(),
                models.flows(definitionId),
                models.choosing(definitionId));
    }

    /** The element of the model; several persons' visits of it have one frame around them. */
    static String node(HistoricActivityInstance visit) {
        return visit.getActivityId().replace(FRAME, "");
    }

    static boolean isFrame(HistoricActivityInstance visit) {
        return visit.getActivityId().endsWith(FRAME);
    }
}
