package org.smecluster.support;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Before each test: no case, no history, no job; the models, people with a password, units and calendar of the start remain. What a test
 * deployed goes with it.
 */
public final class CleanSlate implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    /** Of the one application that all tests share. */
    private static Set<String> deployedAtTheStart;

    /** Filled at the start of the application, or by the models' deployment. */
    private static final List<String> KEPT = List.of(
            "flyway_schema_history",
            "region_unit",
            "county_neighbour",
            "sector",
            "calendar_day",
            "calendar_year",
            "remedy_text",
            "act_ru_authorization",
            "act_ru_filter",
            "act_ru_jobdef",
            "act_ru_meter_log",
            "act_ru_task_meter_log",
            "act_ru_event_subscr");

    /** Only the tables that have rows: truncating all of them took longer than most tests. */
    private static final String EMPTIED = """
            do $$
            declare
                each text;
                filled boolean;
            begin
                perform set_config('session_replication_role', 'replica', true);
                for each in
                    select tablename from pg_tables
                    where schemaname = 'public' and tablename not like 'act_re_%%' and tablename not like 'act_ge_%%'
                      and tablename not like 'act_id_%%' and tablename not in ('%s')
                loop
                    execute format('select exists (select from %%I)', each) into filled;
                    if filled and pg_relation_size(each) > 4000000 then
                        execute format('truncate %%I cascade', each);
                    elsif filled then
                        execute format('delete from %%I', each);
                    end if;
                end loop;
                perform setval(format('%%I', sequencename)::regclass, start_value, false)
                from pg_sequences
                where schemaname = 'public' and last_value is not null;
            end $$
            """;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (deployedAtTheStart == null) {
            deployedAtTheStart = deployments(context);
        }
    }

    private static Set<String> deployments(ExtensionContext context) {
        return engine(context).getRepositoryService().createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }

    private static ProcessEngine engine(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        BpmnAwareTests.init(application.getBean(ProcessEngine.class));
        empty(application.getBean(JdbcClient.class));
    }

    public static void empty(JdbcClient database) {
        // a model's own subscriptions have no execution and stay; cascading, truncate would take them
        database.sql("alter table act_ru_event_subscr drop constraint if exists act_fk_event_exec")
                .update();
        database.sql("delete from act_ru_event_subscr where execution_id_ is not null")
                .update();
        database.sql("delete from act_id_membership where user_id_ in (select id_ from act_id_user where pwd_ is null)")
                .update();
        database.sql("delete from act_id_user where pwd_ is null").update();
        database.sql("delete from act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*'")
                .update();
        database.sql("delete from remedy_text where version > 1").update();
        database.sql(EMPTIED.formatted(String.join("', '", KEPT))).update();
        contacts(database);
    }

    /** Without them no notice is scheduled. */
    public static void contacts(JdbcClient database) {
        database.sql("""
                        insert into notice_contact (telephone, address, mail, discipline, entered_by, entered_by_name, entered_at)
                        values ('0951-6669000', '银川市示例路1号', 'jiqun@nx.example', '0951-0000001', 'officer-1', '丁少华', now())
                        """).update();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestClock.reset();
        engine(context).getIdentityService().clearAuthentication();
        RepositoryService repository = engine(context).getRepositoryService();
        deployments(context).stream()
                .filter(id -> !deployedAtTheStart.contains(id))
                .forEach(id -> repository.deleteDeployment(id, true));
    }
}
