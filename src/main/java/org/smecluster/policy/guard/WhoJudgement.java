package org.smecluster.policy.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smecluster.policy.ModelFinding;

/** Does each step come to those to whom the Measures give it? */
final class WhoJudgement implements Judgement {

    private static final Set<String> OF_THE_REGION = Set.of("province-officer", "province-leader");
    private static final Set<String> WITHOUT_CASES = Set.of("policy-owner", "camunda-admin");
    private static final Pattern OF_A_UNIT = Pattern.compile("county-[0-9]{6}|city-[0-9]{4}|park-[\\w\\-]+");

    /** What a lane's name says of whose it is. */
    private static final Map<Role, List<String>> LANES = Map.of(
            Role.COUNTY, List.of("申报主体", "填报单位", "县（市、区）", "园区"),
            Role.CITY, List.of("市级"),
            Role.OFFICER, List.of("自治区经办"),
            Role.LEADER, List.of("自治区审定"),
            Role.EXPERT, List.of("专家"));

    private final BeanContracts contracts;

    WhoJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        for (ModelProcess process : models.processes()) {
            process.nodes().stream()
                    .filter(node -> node.name().equals("userTask"))
                    .forEach(task -> {
                        Optional<BeanContract> step = step(process, task);
                        if (step.isPresent()) {
                            known(process, task, step.get(), found);
                        } else {
                            own(process, task, found);
                        }
                    });
        }
    }

    /** The bean whose step it is. */
    private Optional<BeanContract> step(ModelProcess process, Xml task) {
        return process.beans(task).stream()
                .flatMap(use -> contracts.bean(use.bean()).stream())
                .filter(bean -> bean.who() != null)
                .findFirst();
    }

    private static void known(ModelProcess process, Xml task, BeanContract step, Consumer<ModelFinding> found) {
        Role who = step.who();
        String called = ModelProcess.called(task);
        String assignee = task.attribute("camunda:assignee", "").strip();
        String users = task.attribute("camunda:candidateUsers", "").strip();
        List<String> groups = ModelProcess.groups(task);
        if (who == Role.EXPERT) {
            String chosen = step.each().values().iterator().next();
            if (!chosen.equals(ModelProcess.variable(assignee)) || !groups.isEmpty() || !users.isEmpty()) {
                found.accept(process.refused(
                        task,
                        called + "只能由选派的那一位专家办理，选派时已核对回避",
                        "写成 camunda:assignee=\"${" + chosen + "}\"，删去候选组和候选人"));
            }
            return;
        }
        if (groups.size() != 1 || !isGroup(groups.get(0), who)) {
            found.accept(process.refused(
                    task,
                    called + "由" + who.label() + "办理，这里的办理组为"
                            + (groups.isEmpty() ? "空" : "“" + String.join("、", groups) + "”"),
                    "写成 camunda:candidateGroups=\"" + who.group() + "\"；需要别的部门意见的，另加一个环节"));
        }
        if (!assignee.isEmpty() || !users.isEmpty()) {
            found.accept(process.refused(
                    task,
                    called + "指定了“" + (assignee.isEmpty() ? users : assignee) + "”办理，绕过了" + who.label(),
                    "删去 camunda:assignee 和 camunda:candidateUsers"));
        }
        lane(process, task, who, found);
    }

    private static boolean isGroup(String group, Role who) {
        String variable = ModelProcess.variable(group);
        return variable == null ? group.equals(who.group()) : variable.equals(ModelProcess.variable(who.group()));
    }

    /** A step of a policy owner's own. */
    private static void own(ModelProcess process, Xml task, Consumer<ModelFinding> found) {
        String called = ModelProcess.called(task);
        List<String> groups = ModelProcess.groups(task);
        String people = (task.attribute("camunda:assignee", "") + task.attribute("camunda:candidateUsers", "")).strip();
        if (groups.isEmpty() && people.isEmpty()) {
            found.accept(process.refused(
                    task, called + "没有办理组，没有人能办理", "写上候选组，例如 camunda:candidateGroups=\"province-officer\""));
        }
        if (!people.isEmpty()) {
            found.accept(
                    process.forApproval(task, called + "指定了“" + people + "”个人办理，此人离岗后没有人能办理", "改为候选组，或者由第二人写明理由批准"));
        }
        for (String group : groups) {
            if (WITHOUT_CASES.contains(group)) {
                found.accept(process.refused(task, called + "交给“" + group + "”，这个组不接触案件", "换成办理案件的组"));
            } else if (group.equals("expert")) {
                found.accept(process.refused(task, called + "交给全体评审专家，没有核对回避", "由“复审核查”选派专家，或者换成别的组"));
            } else if (!ModelProcess.isReference(group)
                    && !OF_THE_REGION.contains(group)
                    && !OF_A_UNIT.matcher(group).matches()) {
                found.accept(process.refused(task, called + "的办理组“" + group + "”不存在", "换成已有的组"));
            } else if (ModelProcess.isReference(group) && !isOfTheCase(group)) {
                found.accept(process.forApproval(task, called + "的办理组由“" + group + "”决定，未能核对", "写明办理组，或者由第二人写明理由批准"));
            }
        }
    }

    private static boolean isOfTheCase(String group) {
        return isGroup(group, Role.COUNTY) || isGroup(group, Role.CITY);
    }

    private static void lane(ModelProcess process, Xml task, Role who, Consumer<ModelFinding> found) {
        process.xml()
                .children("laneSet")
                .flatMap(WhoJudgement::lanes)
                .filter(lane -> lane.children("flowNodeRef")
                        .anyMatch(reference -> reference.text().equals(task.id())))
                .forEach(lane -> {
                    String name = lane.attribute("name", "");
                    boolean others = LANES.entrySet().stream()
                            .anyMatch(role -> role.getValue().stream().anyMatch(name::contains));
                    boolean its = LANES.get(who).stream().anyMatch(name::contains);
                    if (others && !its) {
                        found.accept(process.forApproval(
                                task,
                                ModelProcess.called(task) + "由" + who.label() + "办理，图上放在“" + name + "”泳道",
                                "移到“" + who.label() + "”的泳道"));
                    }
                });
    }

    private static Stream<Xml> lanes(Xml around) {
        return around.children("lane")
                .flatMap(lane -> Stream.concat(
                        Stream.of(lane), lane.children("childLaneSet").flatMap(WhoJudgement::lanes)));
    }
}
