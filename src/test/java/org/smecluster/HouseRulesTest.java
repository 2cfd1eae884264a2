package org.smecluster;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.stereotype.Component;

/**
 * The house rules of docs/architecture.md. Each is held twice: by the application, and by a deliberate violation under
 * {@code org.smecluster.violation} that it must catch, so that no rule's pattern matches nothing.
 */
@DisplayName("分层规则：应用遵守，故意违反的样例必被发现")
class HouseRulesTest {

    private static final String[] PROCEDURES = {
        "cultivation",
        "recognition",
        "publicnotice",
        "renewal",
        "change",
        "monitoring",
        "national",
        "revocation",
        "practice"
    };

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.smecluster");

    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages("violation");

    record HouseRule(String name, ArchRule rule) {}

    private static List<HouseRule> rules() {
        return List.of(
                new HouseRule(
                        "只有 engine、<功能>.engine 与 process 包引用引擎",
                        noClasses()
                                .that(resideOutside("..engine..", "..process.."))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.camunda..")),
                new HouseRule(
                        "engine 只是管道：不引用任何业务功能",
                        noClasses()
                                .that()
                                .resideInAPackage("..smecluster.engine..")
                                .should()
                                .dependOnClassesThat(
                                        beyond("engine", "law", "calendar", "region", "security", "policy"))),
                new HouseRule(
                        "领域类型不引用 Web 与 SQL",
                        noClasses()
                                .that(domain())
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "org.springframework.web..",
                                        "org.springframework.jdbc..",
                                        "java.sql..",
                                        "jakarta.servlet..")),
                new HouseRule(
                        "指标与法条不引用 Spring",
                        noClasses()
                                .that()
                                .resideInAnyPackage("..law", "..indicator")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.springframework..")),
                new HouseRule(
                        "程序之间互不依赖",
                        slices().matching("..(" + String.join("|", PROCEDURES) + ")..")
                                .should()
                                .notDependOnEachOther()),
                new HouseRule(
                        "正式代码不引用示例数据、试用时钟和内置数据库",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("..sample..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("..sample..", "io.zonky..")),
                new HouseRule(
                        "没有一个构件要用到十个以上的其它构件",
                        constructors()
                                .that()
                                .areDeclaredInClassesThat()
                                .areMetaAnnotatedWith(Component.class)
                                .should()
                                .haveRawParameterTypes(
                                        DescribedPredicate.describe("fewer than ten", parts -> parts.size() < 10))),
                new HouseRule(
                        "包之间没有循环",
                        slices().matching("..smecluster.(*)..").should().beFreeOfCycles()));
    }

    @TestFactory
    Stream<DynamicTest> theApplicationKeepsThem() {
        return rules().stream()
                .map(house ->
                        DynamicTest.dynamicTest(house.name(), () -> house.rule().check(APPLICATION)));
    }

    @TestFactory
    Stream<DynamicTest> aViolationIsCaught() {
        return rules().stream()
                .map(house -> DynamicTest.dynamicTest(house.name(), () -> assertThat(
                                house.rule().evaluate(VIOLATIONS).hasViolation())
                        .as("the violation under test is caught")
                        .isTrue()));
    }

    private static DescribedPredicate<JavaClass> resideOutside(String... packages) {
        return DescribedPredicate.not(
                JavaClass.Predicates.resideInAnyPackage(packages).as("reside in %s", String.join(", ", packages)));
    }

    private static DescribedPredicate<JavaClass> beyond(String... own) {
        String[] packages =
                Stream.of(own).map(name -> "..smecluster." + name + "..").toArray(String[]::new);
        return resideInAPackage("..smecluster..").and(resideOutside(packages));
    }

    private static DescribedPredicate<JavaClass> domain() {
        return DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                        "..web..", "..persistence..", "..portal..", "..security..", "..engine..", "..process.."))
                .and(resideInAPackage("..smecluster.."))
                .as("are domain types");
    }
}
