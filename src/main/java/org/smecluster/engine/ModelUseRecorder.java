package org.smecluster.engine;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down, in the engine's own transaction, which version of which model a case goes by: when its process starts or
 * is given its business key, when it is migrated, and when a decision is evaluated in it for the first time.
 */
class ModelUseRecorder implements HistoryEventHandler {

    private static final int LONGEST_KEY = 30;

    private final Supplier<JdbcClient> jdbc;
    private final Clock clock;

    ModelUseRecorder(Supplier<JdbcClient> jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity instance) {
            if (isCase(instance.getBusinessKey()) && !isEnd(event)) {
                process(instance);
            }
        } else if (event instanceof HistoricDecisionEvaluationEvent evaluation) {
            BpmnExecutionContext execution = Context.getBpmnExecutionContext();
            String key = execution == null ? null : execution.getExecution().getProcessBusinessKey();
            if (isCase(key)) {
                Asked.in(Context.getCommandContext(), this)
                        .add(
                                key,
                                Stream.concat(
                                                Stream.of(evaluation.getRootHistoricDecisionInstance()),
                                                evaluation.getRequiredHistoricDecisionInstances().stream())
                                        .map(HistoricDecisionInstanceEntity::getDecisionDefinitionId)
                                        .toList());
            }
        }
    }

    /** The decisions of a command by case, in the order in which they were asked; written once it has done its work. */
    private static final class Asked implements CommandContextListener {

        private static final ThreadLocal<Asked> OF_THREAD = new ThreadLocal<>();

        private final CommandContext context;
        private final ModelUseRecorder recorder;
        private final Map<String, Set<String>> definitions = new LinkedHashMap<>();

        private Asked(CommandContext context, ModelUseRecorder recorder) {
            this.context = context;
            this.recorder = recorder;
        }

        static Asked in(CommandContext context, ModelUseRecorder recorder) {
            Asked asked = OF_THREAD.get();
            if (asked == null || asked.context != context) {
                asked = new Asked(context, recorder);
                context.registerCommandContextListener(asked);
                OF_THREAD.set(asked);
            }
            return asked;
        }

        void add(String businessKey, List<String> ids) {
            definitions
                    .computeIfAbsent(businessKey, key -> new LinkedHashSet<>())
                    .addAll(ids);
        }

        @Override
        public void onCommandContextClose(CommandContext closing) {
            OF_THREAD.remove();
            definitions.forEach((key, ids) -> recorder.decisions(key, ids.toArray(String[]::new)));
        }

        @Override
        public void onCommandFailed(CommandContext failed, Throwable reason) {
            OF_THREAD.remove();
        }
    }

    private static boolean isCase(String businessKey) {
        return businessKey != null && businessKey.length() <= LONGEST_KEY;
    }

    private static boolean isEnd(HistoryEvent event) {
        return event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END);
    }

    private void process(HistoricProcessInstanceEventEntity instance) {
        jdbc.get()
                .sql("""
                        insert into model_use (business_key, type, model_key, name, version, definition_id, deployment,
                                               deployed_at, process_instance_id, called, used_from)
                        select :businessKey, 'PROCESS', d.key_, coalesce(d.name_, d.key_), d.version_, d.id_, o.name_,
                               o.deploy_time_ at time zone :zone, :instance, :called, :now
                        from act_re_procdef d join act_re_deployment o on o.id_ = d.deployment_id_
                        where d.id_ = :definition
                          and d.id_ is distinct from (select u.definition_id from model_use u
                                                      where u.process_instance_id = :instance
                                                      order by u.id desc limit 1)
                        """)
                .param("businessKey", instance.getBusinessKey())
                .param("zone", clock.getZone().getId())
                .param("instance", instance.getProcessInstanceId())
                .param("called", instance.getSuperProcessInstanceId() != null)
                .param("now", now())
                .param("definition", instance.getProcessDefinitionId())
                .update();
    }

    /** In the order in which they are named. */
    private void decisions(String businessKey, String[] definitionIds) {
        jdbc.get()
                .sql("""
                        insert into model_use (business_key, type, model_key, name, version, definition_id, deployment,
                                               deployed_at, called, used_from)
                        select :businessKey, 'DECISION', d.key_, coalesce(d.name_, d.key_), d.version_, d.id_, o.name_,
                               o.deploy_time_ at time zone :zone, false, :now
                        from act_re_decision_def d join act_re_deployment o on o.id_ = d.deployment_id_
                        where d.id_ = any (:definitions)
                          and not exists (select 1 from model_use u
                                          where u.business_key = :businessKey and u.definition_id = d.id_)
                        order by array_position(:definitions, d.id_::text)
                        on conflict do nothing
                        """)
                .param("businessKey", businessKey)
                .param("zone", clock.getZone().getId())
                .param("now", now())
                .param("definitions", definitionIds)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
