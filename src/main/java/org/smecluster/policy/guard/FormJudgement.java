package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelFinding.Weight;
import org.smecluster.policy.guard.FieldContract.Is;
import org.smecluster.policy.guard.FieldContract.Required;
import org.smecluster.policy.guard.HideExpression.Truth;

/** Does each form ask what the program reads of it? The server refuses at the step what this refuses before. */
final class FormJudgement implements Judgement {

    private static final Map<Is, Set<String>> TYPES = Map.of(
            Is.TEXT, Set.of("textfield", "textarea", "select", "radio"),
            Is.INTEGER, Set.of("number"),
            Is.NUMBER, Set.of("number"),
            Is.DAY, Set.of("datetime"),
            Is.TICK, Set.of("checkbox"),
            Is.YES_NO, Set.of("radio", "select"),
            Is.CHOICE, Set.of("radio", "select"),
            Is.CHOICES, Set.of("checklist", "taglist"),
            Is.TEXTS, Set.of("checklist", "taglist"));

    private static final Map<Is, String> SAYS = Map.of(
            Is.TEXT, "文字（textfield、textarea）",
            Is.INTEGER, "数字（number）",
            Is.NUMBER, "数字（number）",
            Is.DAY, "日期（datetime）",
            Is.TICK, "勾选（checkbox）",
            Is.YES_NO, "单选（radio、select），选项为 true 和 false",
            Is.CHOICE, "单选（radio、select）",
            Is.CHOICES, "多选（checklist、taglist）",
            Is.TEXTS, "多选（checklist、taglist）");

    private final BeanContracts contracts;

    FormJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        models.forms().forEach((file, form) -> {
            String id = form.at("id").text();
            new Page(file, id, form, FormInput.all(form), found)
                    .judge(contracts.forms().getOrDefault(id, Map.of()));
        });
    }

    /** One form. */
    private record Page(String file, String id, Json form, List<FormInput> inputs, Consumer<ModelFinding> found) {

        void judge(Map<String, FieldContract> read) {
            Map<String, FormInput> byKey = new HashMap<>();
            for (FormInput input : inputs) {
                if (byKey.put(input.key(), input) != null) {
                    refuse(input, input.called() + "的键与另一个栏目相同", "改用别的键，或者删去一个");
                }
                alone(input);
            }
            read.forEach((key, field) -> {
                FormInput input = byKey.get(key);
                if (input == null) {
                    found.accept(new ModelFinding(
                            file,
                            form.line(),
                            null,
                            "表单“" + id + "”缺少程序要读取的栏目“" + key + "”",
                            "补上栏目，键为“" + key + "”，" + SAYS.get(field.is())));
                } else {
                    kind(input, field);
                    asked(input, field);
                }
            });
        }

        /** What is wrong with a field whoever reads it. */
        private void alone(FormInput input) {
            Set<String> codes = new HashSet<>();
            input.codes().forEach(code -> {
                if (!codes.add(String.valueOf(code))) {
                    refuse(input, input.called() + "的选项代码“" + code + "”重复", "每个选项的代码各不相同");
                }
            });
            Double most = input.limit("maxLength");
            Double least = input.limit("minLength");
            if (most != null && (most < 1 || least != null && least > most)) {
                refuse(input, input.called() + "的最多字数少于最少字数，什么也填不了", "改正 minLength 和 maxLength");
            }
            Double highest = input.limit("max");
            Double lowest = input.limit("min");
            if (highest != null && lowest != null && lowest > highest) {
                refuse(input, input.called() + "的最大值小于最小值，什么也填不了", "改正 min 和 max");
            }
        }

        private void kind(FormInput input, FieldContract field) {
            boolean suits = TYPES.get(field.is()).contains(input.type());
            if (!suits) {
                refuse(input, input.called() + "的类型“" + input.type() + "”程序不能读取", "改回" + SAYS.get(field.is()));
                return;
            }
            if (field.is() == Is.YES_NO) {
                codes(input, List.of("true", "false"));
            } else if (!field.codes().isEmpty()) {
                codes(input, field.codes());
            }
            if (field.offered() != null && !field.offered().equals(input.offered())) {
                refuse(input, input.called() + "的选项应由程序提供，不能自己列出", "写上 valuesKey：“" + field.offered() + "”，删去 values");
            } else if (field.offered() == null
                    && input.offered() != null
                    && field.is() != Is.TEXT
                    && field.is() != Is.TEXTS) {
                refuse(input, input.called() + "的选项应写在表单里", "写上 values：" + String.join("、", field.codes()));
            }
            if (field.least() != null && (input.limit("min") == null || input.limit("min") < field.least())) {
                refuse(input, input.called() + "可以填小于" + field.least() + "的数", "写上 min：" + field.least());
            }
        }

        private void codes(FormInput input, List<String> codes) {
            Set<String> offered = new LinkedHashSet<>(input.codes());
            Set<String> strange = new LinkedHashSet<>(offered);
            codes.forEach(strange::remove);
            Set<String> gone = new LinkedHashSet<>(codes);
            gone.removeAll(offered);
            if (!strange.isEmpty()) {
                refuse(
                        input,
                        input.called() + "的选项代码“" + String.join("、", strange) + "”程序不认识",
                        "代码只能是：" + String.join("、", codes) + "；名称可以改");
            }
            if (!gone.isEmpty()) {
                refuse(
                        input,
                        input.called() + "缺少选项代码“" + String.join("、", gone) + "”",
                        "补上；代码为：" + String.join("、", codes));
            }
        }

        private void asked(FormInput input, FieldContract field) {
            boolean needed = field.required() != Required.NO;
            if (needed && !input.isRequired()) {
                refuse(input, input.called() + "应为必填项", "写上 validate.required：true");
            }
            if (!needed && field.is() == Is.TICK && input.isRequired()) {
                refuse(input, input.called() + "不能设为必填：必填的勾选项只能勾选，等于不许回答“否”", "删去必填");
            }
            if (input.isFixed()) {
                refuse(input, input.called() + "为只读或停用，办理人填不了", "删去 readonly 和 disabled");
            }
            if (field.required() == Required.ALWAYS) {
                shown(input, Map.of());
            } else if (field.when().isEmpty()) {
                if (HideExpression.hides(input.hide(), Map.of()) == Truth.YES) {
                    refuse(input, input.called() + "永远不显示", "删去隐藏条件");
                }
            } else {
                combinations(field.when()).forEach(values -> shown(input, values));
            }
        }

        private void shown(FormInput input, Map<String, Object> values) {
            Truth hidden = HideExpression.hides(input.hide(), values);
            if (hidden == Truth.NO) {
                return;
            }
            String when = values.isEmpty() ? "" : "“" + values + "”时";
            if (hidden == Truth.OPEN && !HideExpression.isReadable(input.hide())) {
                found.accept(new ModelFinding(
                        file,
                        input.json().line(),
                        input.element(),
                        input.called() + "的隐藏条件“" + input.hide() + "”未能分析，" + when + "可能不显示",
                        "由第二人核对后写明理由批准，或者改用比较、and、or、not",
                        null,
                        Weight.FOR_APPROVAL));
            } else {
                refuse(
                        input,
                        input.called() + when + (hidden == Truth.YES ? "不显示" : "可以不显示") + "，程序要读取的内容就填不了",
                        "改正隐藏条件“" + input.hide() + "”");
            }
        }

        private static List<Map<String, Object>> combinations(Map<String, List<Object>> when) {
            List<Map<String, Object>> all = List.of(Map.of());
            for (Map.Entry<String, List<Object>> field : when.entrySet()) {
                List<Map<String, Object>> more = new ArrayList<>();
                for (Map<String, Object> begun : all) {
                    for (Object value : field.getValue()) {
                        Map<String, Object> next = new LinkedHashMap<>(begun);
                        next.put(field.getKey(), value);
                        more.add(next);
                    }
                }
                all = more;
            }
            return all;
        }

        private void refuse(FormInput input, String problem, String remedy) {
            found.accept(new ModelFinding(file, input.json().line(), input.element(), problem, remedy));
        }
    }
}
