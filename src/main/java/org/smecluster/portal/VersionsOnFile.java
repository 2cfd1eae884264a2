package org.smecluster.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smecluster.engine.deployment.DeployedVersion;
import org.smecluster.engine.deployment.ModelFile;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ModelStanding;
import org.smecluster.engine.deployment.ModelStandings;
import org.smecluster.engine.deployment.ModelVersions;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.ModelDraft;
import org.springframework.stereotype.Component;

/**
 * All that there is of a process, decision or form: what was deployed, drafts, and what came with the application. Each has a
 * word of its own in addresses: the version's number, the draft's number, {@value #SHIPPED}.
 */
@Component
class VersionsOnFile {

    static final String SHIPPED = "shipped";

    /** How many of the drafts that never went live are looked into for the key, the newest first. */
    private static final int DRAFTS = 30;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern OF_A_DRAFT = Pattern.compile("NXMX-[0-9]{1,18}");

    /**
     * @param word in addresses
     * @param page  of a draft; null otherwise
     * @param first whether it is what somebody looks for who names none: a draft that waits, what runs
     */
    record Choice(String word, String label, String page, boolean first) {}

    private final ModelVersions versions;
    private final ModelStandings standings;
    private final Drafts drafts;

    VersionsOnFile(ModelVersions versions, ModelStandings standings, Drafts drafts) {
        this.versions = versions;
        this.standings = standings;
        this.drafts = drafts;
    }

    /** Drafts, then what runs and ran, the newest first, then what came with the application where that is not among them. */
    List<Choice> of(ModelKey key) {
        List<DeployedVersion> deployed = versions.of(key);
        List<Choice> choices = new ArrayList<>();
        waiting(key).forEach(draft -> choices.add(choice(draft)));
        for (DeployedVersion version : deployed) {
            choices.add(choice(version, version == deployed.get(0)));
        }
        standings
                .find(key)
                .filter(standing -> deployed.isEmpty() || standing.differs())
                .ifPresent(standing -> choices.add(new Choice(SHIPPED, "程序附带的版本，没有运行", null, false)));
        return choices;
    }

    private static Choice choice(ModelDraft draft) {
        return new Choice(
                draft.number(),
                "草稿" + draft.number() + "“" + draft.name() + "”（" + draft.authorName() + "，"
                        + draft.state().label() + "）",
                draft.page(),
                draft.undecided());
    }

    private static Choice choice(DeployedVersion version, boolean latest) {
        String name =
                version.deploymentName() == null || version.deploymentName().isBlank()
                        ? "未命名的部署"
                        : version.deploymentName();
        return new Choice(
                String.valueOf(version.number()),
                "第" + version.number() + "版（" + CaseFileModel.minute(version.deployedAt()) + "，" + name
                        + (latest ? "，现行" : "") + "）",
                null,
                latest);
    }

    /** Those that are not among the versions. */
    private List<ModelDraft> waiting(ModelKey key) {
        List<ModelDraft> candidates = drafts.all().stream()
                .filter(draft -> draft.deploymentId() == null)
                .toList();
        Map<Long, List<String>> resources = drafts.resources(candidates);
        return candidates.stream()
                .filter(draft -> resources.getOrDefault(draft.id(), List.of()).stream()
                        .anyMatch(name -> name.endsWith(ending(key.kind()))))
                .limit(DRAFTS)
                .filter(draft -> fileOf(draft, key).isPresent())
                .toList();
    }

    private static String ending(ModelKind kind) {
        return switch (kind) {
            case PROCESS -> ".bpmn";
            case DECISION, REQUIREMENTS -> ".dmn";
            case FORM -> ".form";
        };
    }

    private Optional<ModelFile> fileOf(ModelDraft draft, ModelKey key) {
        return drafts.files(draft.id()).stream()
                .map(file -> new ModelFile(file.resource(), file.content()))
                .filter(file -> file.resource().endsWith(ending(key.kind())))
                .filter(file -> file.keys().contains(key))
                .findFirst();
    }

    /** The one of a word; of a draft that went live too. Empty where there is none. */
    Optional<Choice> find(ModelKey key, String word) {
        return of(key).stream()
                .filter(choice -> choice.word().equals(word))
                .findFirst()
                .or(() -> draft(word)
                        .filter(draft -> fileOf(draft, key).isPresent())
                        .map(VersionsOnFile::choice))
                .or(() -> word.equals(SHIPPED)
                        ? standings.find(key).map(standing -> new Choice(SHIPPED, "程序附带的版本", null, false))
                        : Optional.empty());
    }

    private Optional<ModelDraft> draft(String word) {
        return OF_A_DRAFT.matcher(word).matches()
                ? Optional.ofNullable(drafts.byNumber(List.of(word)).get(word))
                : Optional.empty();
    }

    Optional<ModelFile> file(ModelKey key, String word) {
        if (NUMBER.matcher(word).matches()) {
            return versions.file(key, Integer.parseInt(word));
        }
        return word.equals(SHIPPED)
                ? standings.find(key).map(ModelStanding::shipped)
                : draft(word).flatMap(draft -> fileOf(draft, key));
    }

    /** What a person would compare it with: of a draft what it would replace or replaced, of a version the one before. */
    String before(ModelKey key, String word) {
        List<DeployedVersion> deployed = versions.of(key);
        String deployment = draft(word).map(ModelDraft::deploymentId).orElse(null);
        for (int i = 0; i < deployed.size() - 1; i++) {
            boolean itself = String.valueOf(deployed.get(i).number()).equals(word)
                    || deployed.get(i).deploymentId().equals(deployment);
            if (itself) {
                return String.valueOf(deployed.get(i + 1).number());
            }
        }
        return deployed.isEmpty() ? word : String.valueOf(deployed.get(0).number());
    }

    /** The heading of the form that the latest version has; null where there is none. */
    String formName(String id) {
        ModelKey key = new ModelKey(ModelKind.FORM, id);
        return versions.of(key).stream()
                .findFirst()
                .flatMap(latest -> versions.file(key, latest.number()))
                .map(file -> file.name(key))
                .orElse(null);
    }
}
