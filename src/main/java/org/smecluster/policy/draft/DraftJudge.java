package org.smecluster.policy.draft;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelJudge;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.guard.FeelCompiler;
import org.smecluster.policy.guard.Guard;
import org.springframework.stereotype.Component;

/**
 * All stages: what a model may contain, whether it is sound and lawful with all that runs, and whether its tables give what
 * their test sheets say.
 */
@Component
class DraftJudge {

    private final ModelJudge contents;
    private final Guard guard;
    private final DraftSheets sheets;

    DraftJudge(AllowedInModels allowed, FeelCompiler engine, DraftSheets sheets) {
        this.contents = new ModelJudge(allowed);
        this.guard = Guard.shipped(engine);
        this.sheets = sheets;
    }

    /** All findings; a stage only where those before it refuse nothing. */
    List<ModelFinding> findings(Collection<ModelSource> files, List<LiveFile> live, SheetsOf which) {
        List<ModelFinding> found = contents.findings(files);
        if (found.isEmpty() && !files.isEmpty()) {
            found = guard.findings(live.stream().map(LiveFile::source).toList(), files);
        }
        return found.stream().anyMatch(ModelFinding::refuses)
                ? found
                : Stream.concat(found.stream(), sheets.findings(files, live, which).stream())
                        .toList();
    }

    static List<LiveKey> grounds(List<LiveFile> live) {
        return live.stream().flatMap(file -> file.keys().stream()).toList();
    }

    /** In Chinese, what runs now in another version than when the draft was judged; its content counts, not its number. */
    static List<String> changedSince(DraftJudgement judgement, List<LiveFile> live) {
        List<LiveKey> now = grounds(live);
        Stream<String> gone = judgement.grounds().stream()
                .filter(before -> now.stream().noneMatch(before::sameKey))
                .map(before -> before.name() + "已不再运行");
        Stream<String> changed = now.stream().flatMap(key -> judgement.grounds().stream()
                .filter(before -> before.sameKey(key) && !before.digest().equals(key.digest()))
                .map(before -> key.name() + "由第" + before.version() + "版变为第" + key.version() + "版"));
        Stream<String> added = now.stream()
                .filter(key -> judgement.grounds().stream().noneMatch(key::sameKey))
                .map(key -> key.name() + "是新增的");
        return Stream.of(gone, changed, added).flatMap(each -> each).toList();
    }
}
