package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.Required;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.guard.BeanContract.Kind;
import org.smecluster.policy.guard.BeanContracts.Type;
import org.smecluster.policy.guard.FieldContract.Is;

@DisplayName("组件的约定与程序一致")
class BeanContractsTest {

    private final BeanContracts contracts = BeanContracts.shipped();

    @Test
    @DisplayName("模型可以使用的每个组件都有约定，没有多余的")
    void everyBeanHasAContract() {
        AllowedInModels allowed = AllowedInModels.shipped();
        assertThat(names(Kind.DELEGATE)).isNotEmpty().isEqualTo(new TreeSet<>(allowed.delegates()));
        assertThat(names(Kind.EXECUTION_LISTENER)).isEqualTo(new TreeSet<>(allowed.executionListeners()));
        assertThat(names(Kind.TASK_LISTENER)).isEqualTo(new TreeSet<>(allowed.taskListeners()));
    }

    private Set<String> names(Kind kind) {
        return contracts.beans().values().stream()
                .filter(bean -> bean.kind() == kind)
                .map(BeanContract::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("程序里每个组件的代码所提到的变量，都在它的约定里；约定的组件程序里都有")
    void whatABeanNamesStandsInItsContract() {
        Map<String, Set<String>> named = ProgramNames.namedByBeans();
        assertThat(named.keySet()).isEqualTo(new TreeSet<>(contracts.beans().keySet()));
        Map<String, Set<String>> unsaid = new TreeMap<>();
        named.forEach((name, variables) -> {
            Set<String> rest = new TreeSet<>(variables);
            rest.removeAll(said(name));
            if (!rest.isEmpty()) {
                unsaid.put(name, rest);
            }
        });
        assertThat(unsaid).isEmpty();
    }

    private Set<String> said(String name) {
        BeanContract bean = contracts.beans().get(name);
        Set<String> said = new TreeSet<>(bean.reads().keySet());
        said.addAll(bean.writes().keySet());
        said.addAll(bean.inputs().keySet());
        return said;
    }

    @Test
    @DisplayName("变量的名称和类型与程序里的一致")
    void variablesAreThoseOfTheProgram() {
        Map<String, String> program = new TreeMap<>();
        ProgramNames.variables()
                .values()
                .forEach(
                        variable -> program.put(variable.name(), variable.type().getSimpleName()));
        Map<String, String> said = new TreeMap<>();
        contracts.variables().forEach((name, type) -> {
            if (type != Type.LIST) {
                said.put(name, javaType(type));
            }
        });
        assertThat(said).isEqualTo(program);
    }

    private static String javaType(Type type) {
        return switch (type) {
            case BOOLEAN -> "Boolean";
            case INTEGER -> "Integer";
            case LONG -> "Long";
            default -> "String";
        };
    }

    @Test
    @DisplayName("约定里的变量都有类型")
    void everyVariableHasAType() {
        Set<String> used = new TreeSet<>();
        contracts.beans().keySet().forEach(name -> used.addAll(said(name)));
        contracts
                .messages()
                .values()
                .forEach(message -> used.addAll(message.carries().keySet()));
        contracts.processes().values().forEach(process -> {
            used.addAll(process.timers().keySet());
            used.addAll(process.called().keySet());
            used.addAll(process.called().values());
            used.addAll(process.gives());
            used.addAll(process.presets().keySet());
        });
        assertThat(used).isEqualTo(new TreeSet<>(contracts.variables().keySet()));
    }

    @Test
    @DisplayName("表单项与程序的表单记录一致：键、种类、必填、选项的代码")
    void formsAreTheRecordsOfTheProgram() {
        Map<String, Class<?>> records = ProgramNames.records();
        assertThat(contracts.forms().keySet()).isEqualTo(records.keySet());
        records.forEach((form, record) -> {
            Map<String, FieldContract> fields = contracts.forms().get(form);
            assertThat(fields.keySet())
                    .as(form)
                    .containsExactlyElementsOf(Arrays.stream(record.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
            for (RecordComponent component : record.getRecordComponents()) {
                FieldContract field = fields.get(component.getName());
                assertThat(field.is()).as("%s.%s", form, component).isEqualTo(kind(component));
                assertThat(field.required()).as("%s.%s", form, component).isEqualTo(required(component));
                assertThat(constants(component))
                        .as("%s.%s", form, component)
                        .containsAll(field.is() == Is.CHOICE || field.is() == Is.CHOICES ? field.codes() : List.of());
            }
        });
    }

    private static Is kind(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == List.class) {
            return element(component).isEnum() ? Is.CHOICES : Is.TEXTS;
        }
        if (type.isEnum()) {
            return Is.CHOICE;
        }
        return Map.of(
                        String.class, Is.TEXT,
                        Integer.class, Is.INTEGER,
                        BigDecimal.class, Is.NUMBER,
                        LocalDate.class, Is.DAY,
                        boolean.class, Is.TICK,
                        Boolean.class, Is.YES_NO)
                .get(type);
    }

    private static Class<?> element(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private static FieldContract.Required required(RecordComponent component) {
        Required required = component.getAnnotation(Required.class);
        if (required == null) {
            return FieldContract.Required.NO;
        }
        return required.whenShown() ? FieldContract.Required.SHOWN : FieldContract.Required.ALWAYS;
    }

    private static List<String> constants(RecordComponent component) {
        Class<?> type = component.getType() == List.class ? element(component) : component.getType();
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    @Test
    @DisplayName("程序里写明的消息、流程和元素，约定里都有")
    void whatTheProgramNamesStandsInTheContracts() {
        Set<String> messages = new TreeSet<>();
        Set<String> processes = new TreeSet<>();
        ProgramNames.texts().stream()
                .filter(text -> text.matches("[a-zA-Z]+\\.[a-zA-Z]+"))
                .forEach(messages::add);
        assertThat(contracts.messages().keySet()).containsAll(messages).hasSameSizeAs(messages);
        Set<String> named = new TreeSet<>();
        contracts.processes().values().forEach(process -> {
            named.addAll(process.named().keySet());
            processes.add(process.id());
        });
        assertThat(named).isEqualTo(ProgramNames.elements());
        contracts.beans().values().forEach(bean -> assertThat(processes).containsAll(bean.processes()));
    }
}
