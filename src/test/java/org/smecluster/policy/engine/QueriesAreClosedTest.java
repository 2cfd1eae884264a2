package org.smecluster.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.rest.dto.AbstractQueryDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("查询和过滤器中的表达式：请求带来的一律拒绝，保存的只能是四个函数")
class QueriesAreClosedTest {

    private static final List<String> EXPRESSIONS = List.of(
            "${canary.touch()}",
            "#{canary.touched}",
            "${true ? canary.touch() : 1}",
            "x${canary.touch()}",
            "${currentUser()}${canary.touch()}",
            "${identityService.createMembership('expert-wang','camunda-admin')}",
            "${''.getClass().forName('org.smecluster.policy.engine.Canary').newInstance().touch()}");

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void anOfficer() {
        Canary.reset();
        identity.setAuthentication("officer-1", List.of("province-officer"));
    }

    @AfterEach
    void nothingHappened() {
        identity.clearAuthentication();
        assertThat(Canary.touched()).isZero();
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting("id")
                .containsExactly("admin");
        filters.createFilterQuery().filterNameLike("试%").list().forEach(each -> filters.deleteFilter(each.getId()));
    }

    /** Every body that a query may be, as JSON: each string field by itself, at the top and in an or-query. */
    private static Stream<String> bodies(Class<?> type) {
        BeanDescription described = JSON.getDeserializationConfig().introspect(JSON.constructType(type));
        List<String> bodies = new ArrayList<>();
        for (BeanPropertyDefinition property : described.findProperties()) {
            for (String expression : EXPRESSIONS) {
                for (String value : List.of("\"" + expression + "\"", "[\"" + expression + "\"]")) {
                    String one = "{\"" + property.getName() + "\":" + value + "}";
                    bodies.add(one);
                    if (type == TaskQueryDto.class) {
                        bodies.add("{\"orQueries\":[" + one + "]}");
                        bodies.add("{\"taskAssignee\":\"x\",\"orQueries\":[{\"taskName\":\"y\"}," + one + "]}");
                    }
                }
            }
        }
        return bodies.stream();
    }

    private static List<Class<?>> queryTypes() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(AbstractQueryDto.class));
        return scan.findCandidateComponents("org.camunda.bpm.engine.rest.dto").stream()
                .<Class<?>>map(found -> {
                    try {
                        return Class.forName(found.getBeanClassName());
                    } catch (ClassNotFoundException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toList();
    }

    private AbstractQueryDto<?> read(String body, Class<?> type) throws JsonProcessingException {
        AbstractQueryDto<?> dto = (AbstractQueryDto<?>) JSON.readValue(body, type);
        if (dto instanceof TaskQueryDto query) {
            query.setObjectMapper(JSON);
            if (query.getOrQueries() != null) {
                query.getOrQueries().forEach(each -> each.setObjectMapper(JSON));
            }
        }
        return dto;
    }

    @Test
    @DisplayName("每一种查询的每一个文字字段，或查询之中也是：表达式不被计算")
    void everyFieldOfEveryQuery() {
        int run = 0;
        TreeSet<String> kinds = new TreeSet<>();
        for (Class<?> type : queryTypes()) {
            kinds.add(type.getSimpleName());
            for (String body : bodies(type).toList()) {
                Query<?, ?> query;
                try {
                    query = read(body, type).toQuery(engine);
                } catch (JsonProcessingException | RuntimeException unreadable) {
                    continue;
                }
                run++;
                for (Runnable way : List.<Runnable>of(query::list, query::count, query::singleResult)) {
                    try {
                        way.run();
                    } catch (RuntimeException refused) {
                        // what counts is that nothing was evaluated
                    }
                    assertThat(Canary.touched())
                            .as(type.getSimpleName() + " " + body)
                            .isZero();
                }
            }
        }
        assertThat(kinds).hasSizeGreaterThan(30).contains("TaskQueryDto", "HistoricTaskInstanceQueryDto");
        assertThat(run).isGreaterThan(2_000);
    }

    @Test
    @DisplayName("任务查询的二十个表达式字段：拒绝时是一句中文，保存、追加到过滤器时也是")
    void everyExpressionFieldIsRefused() throws Exception {
        String filter = filters.createTaskFilterQuery()
                .filterName("我的待办")
                .singleResult()
                .getId();
        TreeSet<String> fields = new TreeSet<>();
        for (String body : bodies(TaskQueryDto.class)
                .filter(each -> each.contains("Expression\":\""))
                .toList()) {
            TaskQuery query = (TaskQuery) read(body, TaskQueryDto.class).toQuery(engine);
            if (expressions(query).isEmpty()) {
                continue;
            }
            fields.addAll(expressions(query));
            for (Runnable way : List.<Runnable>of(
                    query::list,
                    query::count,
                    query::singleResult,
                    () -> query.listPage(0, 1),
                    () -> filters.list(filter, query),
                    () -> filters.listPage(filter, query, 0, 1),
                    () -> filters.count(filter, query),
                    () -> filters.singleResult(filter, query),
                    () -> filters.saveFilter(filters.newTaskFilter("试一试").setQuery(query)))) {
                assertThatThrownBy(way::run).as(body).hasMessageMatching(".*(不得使用表达式|不允许的表达式|没有权限|无权|permission).*");
            }
            assertThatThrownBy(() -> asAdministrator(query)).hasMessageContaining("不允许的表达式");
        }
        assertThat(fields).isEqualTo(new TreeSet<>(StoredExpressions.FIELDS));
    }

    private void asAdministrator(TaskQuery query) {
        identity.setAuthentication("admin", List.of("camunda-admin"));
        try {
            filters.saveFilter(filters.newTaskFilter("试一试").setQuery(query));
        } finally {
            identity.setAuthentication("officer-1", List.of("province-officer"));
        }
    }

    private static List<String> expressions(TaskQuery query) {
        return ((TaskQueryImpl) query)
                .getQueries().stream()
                        .flatMap(each -> each.getExpressions().keySet().stream())
                        .toList();
    }

    @Test
    @DisplayName("四个函数可以保存和使用；已经存着别的表达式的过滤器停用，并说明怎么办")
    void stored() {
        identity.setAuthentication("admin", List.of("camunda-admin"));
        TaskQuery query = tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .dueBeforeExpression("${dateTime().plusDays(7).toDate()}")
                .or()
                .followUpAfterExpression("#{ now() }")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();
        Filter saved = filters.saveFilter(filters.newTaskFilter("试一试").setQuery(query));
        assertThat(filters.count(saved.getId())).isZero();
        assertThat(filters.list(saved.getId())).isEmpty();

        for (String stored : List.of(
                "{\"orQueries\":[{\"taskAssigneeExpression\":\"${canary.touch()}\"}]}",
                "{\"taskNameExpression\":\"${canary.touch()}\"}",
                "{\"taskNameExpression\":\"${currentUser()}\"}",
                "{\"deleteExpression\":\"${now()}\"}")) {
            database.sql("update act_ru_filter set query_ = :query where id_ = :id")
                    .params(Map.of("query", stored, "id", saved.getId()))
                    .update();
            for (Runnable way : List.<Runnable>of(
                    () -> filters.count(saved.getId()),
                    () -> filters.list(saved.getId()),
                    () -> filters.listPage(saved.getId(), 0, 5),
                    () -> filters.singleResult(saved.getId()),
                    () -> filters.count(saved.getId(), tasks.createTaskQuery()),
                    () -> filters.list(saved.getId(), tasks.createTaskQuery()))) {
                assertThatThrownBy(way::run)
                        .as(stored)
                        .hasMessageContaining("过滤器“试一试”含有不允许的表达式")
                        .hasMessageContaining("请系统管理员修改或者删除该过滤器");
            }
        }
    }
}
