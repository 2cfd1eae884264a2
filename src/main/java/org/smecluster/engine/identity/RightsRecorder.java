package org.smecluster.engine.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.smecluster.security.AuditKind;
import org.smecluster.security.AuditTrail;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every change of users, groups, memberships and authorisations, and every deployment, that a person makes through either
 * API, as the engine's own log of user operations has it and in the transaction of the change. What the application does
 * at its start nobody made, and it is not logged.
 */
class RightsRecorder implements HistoryEventHandler {

    private static final Map<String, String> RIGHTS = Map.of(
            EntityTypes.USER, "用户",
            EntityTypes.GROUP, "组",
            EntityTypes.TENANT, "租户",
            EntityTypes.GROUP_MEMBERSHIP, "组成员",
            EntityTypes.TENANT_MEMBERSHIP, "租户成员",
            EntityTypes.AUTHORIZATION, "授权");

    private static final Map<String, String> OPERATIONS = Map.of(
            UserOperationLogEntry.OPERATION_TYPE_CREATE, "新增",
            UserOperationLogEntry.OPERATION_TYPE_UPDATE, "修改",
            UserOperationLogEntry.OPERATION_TYPE_DELETE, "删除",
            UserOperationLogEntry.OPERATION_TYPE_UNLOCK, "解锁");

    private static final Map<String, String> PROPERTIES = Map.of(
            "userId", "账号",
            "groupId", "组",
            "tenantId", "租户",
            "permissions", "权限",
            "resource", "资源",
            "resourceId", "资源标识",
            "type", "类型");

    private final Supplier<AuditTrail> audit;

    RightsRecorder(Supplier<AuditTrail> audit) {
        this.audit = audit;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    /** One operation has an event for each property, and they come one by one: they are told together. */
    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof UserOperationLogEntryEventEntity entry) || !told(entry)) {
            return;
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Operations waiting) {
            waiting.add(entry);
        } else {
            Operations operations = new Operations();
            operations.add(entry);
            TransactionSynchronizationManager.bindResource(this, operations);
            TransactionSynchronizationManager.registerSynchronization(operations);
        }
    }

    private static boolean told(UserOperationLogEntryEventEntity entry) {
        return RIGHTS.containsKey(entry.getEntityType()) || EntityTypes.DEPLOYMENT.equals(entry.getEntityType());
    }

    /** Of the transaction that changes them, by the engine's id of the operation. */
    private final class Operations implements TransactionSynchronization {

        private final Map<String, List<UserOperationLogEntryEventEntity>> entries = new LinkedHashMap<>();

        void add(UserOperationLogEntryEventEntity entry) {
            entries.computeIfAbsent(entry.getOperationId() + entry.getEntityType(), id -> new ArrayList<>())
                    .add(entry);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            entries.values().forEach(RightsRecorder.this::record);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(RightsRecorder.this);
        }
    }

    private void record(List<UserOperationLogEntryEventEntity> entries) {
        UserOperationLogEntryEventEntity first = entries.get(0);
        boolean deployment = EntityTypes.DEPLOYMENT.equals(first.getEntityType());
        String what = (deployment ? "模型" : RIGHTS.get(first.getEntityType()))
                + OPERATIONS.getOrDefault(first.getOperationType(), first.getOperationType())
                + "："
                + (deployment
                        ? "部署 " + first.getDeploymentId()
                        : entries.stream().map(RightsRecorder::change).collect(Collectors.joining("，")));
        audit.get()
                .record(
                        deployment ? AuditKind.DEPLOYMENT : AuditKind.RIGHTS,
                        concerned(entries),
                        first.getUserId(),
                        what);
    }

    private static String concerned(List<UserOperationLogEntryEventEntity> entries) {
        return entries.stream()
                .filter(entry -> "userId".equals(entry.getProperty()))
                .map(entry -> entry.getNewValue() == null ? entry.getOrgValue() : entry.getNewValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String change(UserOperationLogEntryEventEntity entry) {
        return PROPERTIES.getOrDefault(entry.getProperty(), entry.getProperty()) + " "
                + (entry.getOrgValue() == null || entry.getOrgValue().equals(entry.getNewValue())
                        ? ""
                        : entry.getOrgValue() + " → ")
                + entry.getNewValue();
    }
}
