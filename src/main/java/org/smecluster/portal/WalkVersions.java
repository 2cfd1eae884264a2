package org.smecluster.portal;

import java.util.List;
import java.util.Optional;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ModelVersions;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.ModelJudge;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.DraftFile;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.policy.guard.ProcessWalk;
import org.smecluster.whatif.Walks;
import org.springframework.stereotype.Component;

/** Which files a walk goes by: what runs, a draft with what runs, or one version that was deployed. */
@Component
class WalkVersions {

    /** Of what runs now. */
    static final String LIVE = "";

    /**
     * @param word in addresses, see {@link VersionsOnFile}; {@link #LIVE} of what runs
     * @param draft null where it is none's
     */
    record Version(String word, String label, ModelDraft draft, List<ModelSource> files) {}

    private final Walks walks;
    private final VersionsOnFile onFile;
    private final ModelVersions versions;
    private final Drafts drafts;
    private final ModelJudge contents;

    WalkVersions(Walks walks, VersionsOnFile onFile, ModelVersions versions, Drafts drafts, AllowedInModels allowed) {
        this.walks = walks;
        this.onFile = onFile;
        this.versions = versions;
        this.drafts = drafts;
        this.contents = new ModelJudge(allowed);
    }

    /** Empty where there is none of the word, and of a draft that holds what models may not contain. */
    Optional<Version> find(String process, String word) {
        if (word.equals(LIVE)) {
            return Optional.of(new Version(LIVE, "现行版本", null, List.of()));
        }
        ModelDraft draft = drafts.byNumber(List.of(word)).get(word);
        if (draft != null) {
            return Optional.of(draft)
                    .filter(this::isWalkable)
                    .map(found -> new Version(word, "草稿" + word + "“" + found.name() + "”", found, sources(found)));
        }
        ModelKey key = new ModelKey(ModelKind.PROCESS, process);
        return onFile.find(key, word).flatMap(choice -> onFile.file(key, word)
                .map(file -> new Version(
                        word, choice.label(), null, List.of(new ModelSource(file.resource(), file.content())))));
    }

    /** What was refused because of what it does can be walked to see it; what may not be contained is not even read. */
    private boolean isWalkable(ModelDraft draft) {
        return draft.state() != ModelDraft.State.REFUSED
                || contents.findings(sources(draft)).isEmpty();
    }

    private List<ModelSource> sources(ModelDraft draft) {
        return drafts.files(draft.id()).stream().map(DraftFile::source).toList();
    }

    /** The processes that a draft changes, or whose forms or decisions it changes. */
    List<Walks.Walkable> of(ModelDraft draft) {
        return isWalkable(draft) ? walks.concerned(sources(draft)) : List.of();
    }

    Optional<ProcessWalk> walk(String process, Version version) {
        return walks.of(process, version.files());
    }

    /** Where the file is in which a process is drawn; empty where none is deployed. */
    Optional<String> drawing(String process, Version version) {
        ModelKey key = new ModelKey(ModelKind.PROCESS, process);
        String address = ModelPages.address(key) + "/versions/";
        if (!version.word().equals(LIVE) && onFile.file(key, version.word()).isPresent()) {
            return Optional.of(address + version.word());
        }
        return versions.of(key).stream().findFirst().map(latest -> address + latest.number());
    }
}
