package org.smecluster.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.scope.Caller.Answer;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcessTest
@DisplayName("任何人、经任何接口，在请求中带表达式：拒绝，什么也没有执行")
class ExpressionsInRequestsTest {

    private static final String ATTACK = "${identityService.createMembership('expert-wang','camunda-admin')}";
    private static final List<String> FIELDS = List.of(
            "assigneeExpression",
            "assigneeLikeExpression",
            "ownerExpression",
            "involvedUserExpression",
            "candidateUserExpression",
            "candidateGroupExpression",
            "candidateGroupsExpression",
            "processInstanceBusinessKeyExpression",
            "processInstanceBusinessKeyLikeExpression",
            "createdOnExpression",
            "createdBeforeExpression",
            "createdAfterExpression",
            "updatedAfterExpression",
            "dueDateExpression",
            "dueBeforeExpression",
            "dueAfterExpression",
            "followUpDateExpression",
            "followUpBeforeExpression",
            "followUpBeforeOrNotExistentExpression",
            "followUpAfterExpression");

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FilterService filters;

    private String filter;

    @BeforeEach
    void aFilter() {
        filter = filters.createTaskFilterQuery()
                .filterName("本组待办")
                .singleResult()
                .getId();
    }

    @AfterEach
    void nothingHappened() {
        filters.createFilterQuery().filterName("试一试").list().forEach(each -> filters.deleteFilter(each.getId()));
    }

    private record Request(String method, String path, String body) {}

    private List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        for (String field : FIELDS) {
            String one = "{\"" + field + "\":\"" + ATTACK + "\"}";
            requests.add(new Request("GET", "/task?" + field + "=%24%7Bcanary.touch()%7D", null));
            for (String body : List.of(one, "{\"orQueries\":[" + one + "]}")) {
                String saved = "{\"resourceType\":\"Task\",\"name\":\"试一试\",\"query\":" + body + "}";
                requests.add(new Request("POST", "/task", body));
                requests.add(new Request("POST", "/task/count", body));
                requests.add(new Request("POST", "/filter/" + filter + "/list", body));
                requests.add(new Request("POST", "/filter/" + filter + "/count", body));
                requests.add(new Request("POST", "/filter/" + filter + "/singleResult", body));
                requests.add(new Request("POST", "/filter/create", saved));
                requests.add(new Request("PUT", "/filter/" + filter, saved));
            }
        }
        return requests;
    }

    @Test
    @DisplayName("二十个字段、顶层和“或”查询、任务和过滤器的每个入口、每个角色、两套接口")
    void everybodyEverywhere() {
        List<String> problems = new ArrayList<>();
        List<Request> requests = requests();
        List<Person> people =
                Person.ALL.stream().filter(person -> person.group() != null).toList();
        // each role at all requests would be the same code again: each person takes every fifth, so that all are
        // covered
        // by several roles of each kind; the administrator takes all
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            Caller caller = new Caller(person, port);
            for (int j = 0; j < requests.size(); j++) {
                if (person.isAdministrator() || j % 5 == i % 5) {
                    Request request = requests.get(j);
                    judge(
                            person,
                            request,
                            caller.webApps(
                                    request.method(),
                                    "/camunda/api/engine/engine/default" + request.path(),
                                    request.body()),
                            problems);
                    if (person.isAdministrator() || person.is("policy-owner") || j % 50 == 0) {
                        judge(person, request, caller.rest(request.method(), request.path(), request.body()), problems);
                    }
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting("id")
                .containsExactly("admin");
        assertThat(filters.createFilterQuery().filterName("试一试").count()).isZero();
    }

    private static void judge(Person person, Request request, Answer answer, List<String> problems) {
        if (answer.status() != 400 && answer.status() != 401 && answer.status() != 403 && answer.status() != 405) {
            problems.add(person + " " + request + ": " + answer.status() + " " + answer.body());
        }
    }
}
