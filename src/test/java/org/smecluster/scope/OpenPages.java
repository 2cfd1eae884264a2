package org.smecluster.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * What each role may open, of {@link OwnPages} at {@link TriedCases}: so that a walk over all pages of all roles leaves out
 * none that the matrix knows.
 */
public final class OpenPages {

    /** Of every role those who together have a case at hand for each of its pages. */
    private static final List<Person> PEOPLE = List.of(
            Person.NOBODY,
            of("县级", "huinong", "county-640205"),
            of("县级", "lingwu", "county-640181"),
            of("县级", "zhongning", "county-640521"),
            of("市级", "city-shizuishan", "city-6402"),
            of("市级", "city-wuzhong", "city-6403"),
            of("市级", "city-zhongwei", "city-6405"),
            of("专家", "expert-ma", "expert"),
            of("自治区经办", "officer-1", "province-officer"),
            of("自治区审定", "leader", "province-leader"),
            of("政策管理员", "policy", "policy-owner"),
            of("系统管理员", "admin", "camunda-admin"));

    /**
     * @param userId null for one who has not signed in
     * @param paths what to open, each page once for the role, where it has most to show
     * @param tasks identifiers of the tasks that wait for the person
     */
    public record Open(String role, String userId, List<String> paths, List<String> tasks) {}

    private OpenPages() {}

    private static Person of(String role, String userId, String group) {
        return new Person(role, userId, group);
    }

    /** Enters the cases, in an application without any. */
    public static List<Open> enter(ApplicationContext context) {
        List<TriedCase> cases = new TriedCases(context).make();
        Map<String, Open> open = new LinkedHashMap<>();
        for (Person person : PEOPLE) {
            open.put(person.toString(), new Open(person.who(), person.userId(), new ArrayList<>(), new ArrayList<>()));
            cases.stream()
                    .filter(person::worksOn)
                    .map(tried -> tried.ids().get("taskId"))
                    .forEach(open.get(person.toString()).tasks()::add);
        }
        List<String> roles = PEOPLE.stream().map(Person::who).distinct().toList();
        for (String role : roles) {
            for (Row row : OwnPages.ROWS) {
                if (row.method().equals("GET")) {
                    find(role, row, cases, open);
                }
            }
        }
        return List.copyOf(open.values());
    }

    private static void find(String role, Row row, List<TriedCase> cases, Map<String, Open> open) {
        for (Person person : PEOPLE) {
            for (TriedCase tried : person.who().equals(role) ? cases : List.<TriedCase>of()) {
                String path = tried.filled(row.path() + row.query(), person);
                if (path != null && row.rule().allows(person, tried)) {
                    open.get(person.toString()).paths().add(path);
                    return;
                }
            }
        }
    }
}
