package org.smecluster.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.DefaultDmnHistoryEventProducer;
import org.camunda.bpm.engine.impl.history.producer.DmnHistoryEventProducer;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.engine.DecisionTables.Evaluation;
import org.springframework.stereotype.Component;

/**
 * Tells who evaluates a decision what was evaluated with it, for the engine's own answer leaves out the required decisions
 * and the rules that matched; and keeps it out of the engine's history: what is kept stands in {@link KeptDecisions}.
 */
@Component
class DecisionWatch implements DmnDecisionEvaluationListener {

    private final ThreadLocal<Watched> watched = new ThreadLocal<>();

    private static final class Watched {
        private final boolean again;
        private DmnDecisionEvaluationEvent last;

        private Watched(boolean again) {
            this.again = again;
        }
    }

    /** @param again whether the same version was asked just before */
    Evaluation watch(boolean again, Supplier<?> evaluation) {
        Watched outer = watched.get();
        Watched watching = new Watched(again);
        watched.set(watching);
        try {
            evaluation.get();
        } finally {
            watched.set(outer);
        }
        List<Decision> required = new ArrayList<>();
        watching.last.getRequiredDecisionResults().forEach(each -> required.add(decision(each)));
        return new Evaluation(decision(watching.last.getDecisionResult()), required);
    }

    private static Decision decision(DmnDecisionLogicEvaluationEvent event) {
        return EvaluatedDecision.of(event, ((DecisionDefinition) event.getDecision()).getVersion());
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent event) {
        if (watched.get() != null) {
            watched.get().last = event;
        }
    }

    /** The engine's own history, without what is kept elsewhere. */
    HistoryEventHandler leavingOut(HistoryEventHandler history) {
        return told(history, each -> false);
    }

    /** Whoever notes which version was asked, told once where it is asked about many things. */
    HistoryEventHandler onceEach(HistoryEventHandler noting) {
        return told(noting, each -> !each.again);
    }

    /** @param which of the evaluations watched are told */
    private HistoryEventHandler told(HistoryEventHandler handler, Predicate<Watched> which) {
        return new HistoryEventHandler() {
            @Override
            public void handleEvent(HistoryEvent event) {
                if (!(event instanceof HistoricDecisionEvaluationEvent)
                        || watched.get() == null
                        || which.test(watched.get())) {
                    handler.handleEvent(event);
                }
            }

            @Override
            public void handleEvents(List<HistoryEvent> events) {
                events.forEach(this::handleEvent);
            }
        };
    }

    /** Tells of such an evaluation which tables it asked, and no values: the engine would store the larger ones at once. */
    DmnHistoryEventProducer tellingTablesOnly() {
        return new DefaultDmnHistoryEventProducer() {
            @Override
            protected void initDecisionInstanceEventForDecisionTable(
                    HistoricDecisionInstanceEntity event, DmnDecisionTableEvaluationEvent evaluation) {
                if (watched.get() == null) {
                    super.initDecisionInstanceEventForDecisionTable(event, evaluation);
                }
            }
        };
    }
}
