package org.smecluster.worklist.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.AsPerson;
import org.smecluster.evidence.EvidenceDesk;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.Intake;
import org.smecluster.evidence.Occasion;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Evidence in cases that file no data: handed in while a task of the case waits for the unit, and with that task however it
 * ends, since what was uploaded in time counts where the time ran out.
 */
@Component
class TaskEvidence implements EvidenceDesk {

    private static final Map<CaseKind, Occasion> OCCASIONS =
            Map.of(CaseKind.BG, Occasion.CHANGE, CaseKind.CX, Occasion.DEFENCE);

    private final TaskService tasks;
    private final AsPerson asPerson;

    TaskEvidence(TaskService tasks, AsPerson asPerson) {
        this.tasks = tasks;
        this.asPerson = asPerson;
    }

    @Override
    public Optional<Intake> intake(CaseRecord record, Account by) {
        return Optional.ofNullable(OCCASIONS.get(record.kind()))
                .filter(occasion -> by.groups().contains(record.applicantGroup()) && !record.closed())
                .filter(occasion -> asPerson.run(by, () -> waits(record)))
                .map(occasion -> new Intake(occasion, 1));
    }

    private boolean waits(CaseRecord record) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(record.caseNumber())
                        .taskCandidateGroup(record.applicantGroup())
                        .includeAssignedTasks()
                        .count()
                > 0;
    }

    /** The end of the task enters the case, and so waits for whoever has locked its record. */
    @Override
    public void lock(CaseRecord record) {}

    /** Adds the handing in to every parsed model. */
    @Component
    static final class AtTheUnitsTasks extends AbstractProcessEnginePlugin {

        private final Supplier<EvidenceService> evidence;

        AtTheUnitsTasks(ObjectProvider<EvidenceService> evidence) {
            this.evidence = evidence::getObject;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            DraftsPlugin.adding(configuration, new AbstractBpmnParseListener() {
                @Override
                public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                    var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, AtTheUnitsTasks.this::ends);
                    task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, AtTheUnitsTasks.this::ends);
                }
            });
        }

        private void ends(DelegateTask task) {
            String caseNumber = task.getExecution().getProcessBusinessKey();
            boolean ofSuchACase =
                    CaseKind.of(caseNumber).filter(OCCASIONS::containsKey).isPresent();
            if (ofSuchACase && waitedForTheUnit(task)) {
                evidence.get().handIn(caseNumber);
            }
        }

        /** An instance that is deleted may have lost its variables. */
        private static boolean waitedForTheUnit(DelegateTask task) {
            return CaseVariables.APPLICANT_GROUP
                    .find(task)
                    .filter(unit -> task.getCandidates().stream()
                            .map(IdentityLink::getGroupId)
                            .anyMatch(unit::equals))
                    .isPresent();
        }
    }
}
