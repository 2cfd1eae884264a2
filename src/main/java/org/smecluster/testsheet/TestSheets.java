package org.smecluster.testsheet;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.law.GivenReason;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.DraftDecisions;
import org.smecluster.policy.draft.DraftFile;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.policy.draft.Submissions;
import org.smecluster.policy.guard.DecisionColumns;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.whatif.LooseTables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What policy owners do with test sheets: look, download, and have a changed one decided by a second person. */
@Service
@Transactional
public class TestSheets {

    private static final int LONGEST_REASON = 500;

    private final SheetStore store;
    private final SheetsInForce inForce;
    private final LooseTables loose;
    private final LiveModels models;
    private final Drafts drafts;
    private final Submissions submissions;
    private final DraftDecisions decisions;
    private final Clock clock;

    TestSheets(
            SheetStore store,
            SheetsInForce inForce,
            LooseTables loose,
            LiveModels models,
            Drafts drafts,
            Submissions submissions,
            DraftDecisions decisions,
            Clock clock) {
        this.store = store;
        this.inForce = inForce;
        this.loose = loose;
        this.models = models;
        this.drafts = drafts;
        this.submissions = submissions;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Of every decision table that runs, held against it; by name. */
    @Transactional(readOnly = true)
    public List<SheetView> all() {
        SheetTables all = new SheetTables(loose, List.of(), models.all());
        Set<String> asked = all.all().stream().map(DecisionColumns::id).collect(Collectors.toSet());
        return views(asked, all, decision -> inForce.of(decision).orElse(null), Map.of());
    }

    /** Of one decision that runs. */
    @Transactional(readOnly = true)
    public Optional<SheetView> find(String decision) {
        return find(decision, inForce.of(decision).orElse(null), List.of());
    }

    private Optional<SheetView> find(String decision, String content, List<RowChange> changed) {
        SheetTables all = new SheetTables(loose, List.of(), models.all());
        return all.find(decision)
                .map(table -> SheetView.of(table, read(content), all.tables(Set.of(decision)), changed));
    }

    private static ExampleSheet read(String content) {
        return content == null ? null : ExampleSheet.read(content);
    }

    private static List<SheetView> views(
            Set<String> asked,
            SheetTables all,
            Function<String, String> content,
            Map<String, List<RowChange>> changed) {
        if (asked.isEmpty()) {
            return List.of();
        }
        LooseTables.Tables tables = all.tables(asked);
        return asked.stream()
                .flatMap(decision -> all.find(decision).stream())
                .sorted(Comparator.comparing(DecisionColumns::name))
                .map(table -> SheetView.of(
                        table, read(content.apply(table.id())), tables, changed.getOrDefault(table.id(), List.of())))
                .toList();
    }

    /**
     * The sheets that a draft is run against: of its tables, and those that it changes. Of a draft that is decided only the
     * changed ones, with what was changed; of one that did not pass the check none.
     */
    @Transactional(readOnly = true)
    public List<SheetView> ofDraft(ModelDraft draft) {
        if (draft.state() == ModelDraft.State.REFUSED) {
            return List.of();
        }
        boolean before = draft.liveAt() == null;
        List<LiveFile> live = models.all();
        SheetTables all = new SheetTables(loose, before ? sources(draft) : List.of(), live);
        Map<String, SheetChange> changes = changes(draft.id());
        Set<String> asked = new TreeSet<>(changes.keySet());
        if (before) {
            asked.addAll(all.own());
        }
        return views(
                asked,
                all,
                decision -> changes.containsKey(decision)
                        ? changes.get(decision).content()
                        : inForce.of(decision).orElse(null),
                changes.values().stream()
                        .collect(Collectors.toMap(
                                SheetChange::decision,
                                change -> RowChange.of(read(change.before()), read(change.content())))));
    }

    /** One of those, or any other of a table that runs. */
    @Transactional(readOnly = true)
    public Optional<SheetView> ofDraft(ModelDraft draft, String decision) {
        return ofDraft(draft).stream()
                .filter(view -> view.table().id().equals(decision))
                .findFirst()
                .or(() -> find(decision));
    }

    private Map<String, SheetChange> changes(long draft) {
        return store.changes(draft).stream()
                .filter(SheetChange::changes)
                .collect(Collectors.toMap(SheetChange::decision, Function.identity()));
    }

    private Collection<ModelSource> sources(ModelDraft draft) {
        return drafts.files(draft.id()).stream().map(DraftFile::source).toList();
    }

    /** The workbook of a sheet, laid out as its table is; a failing example has beside it what came out. */
    public static byte[] workbook(SheetView view) {
        return SheetWorkbook.write(view);
    }

    /** The latest first; what came with the program stands there only where a person's took its place. */
    @Transactional(readOnly = true)
    public List<SheetVersion> versions(String decision) {
        return inForce.versions(decision);
    }

    /** An earlier version, laid out as the table that runs. */
    @Transactional(readOnly = true)
    public Optional<SheetView> version(String decision, int version) {
        return earlier(decision, version).flatMap(found -> find(decision, found.content(), List.of()));
    }

    private Optional<SheetVersion> earlier(String decision, int version) {
        return inForce.versions(decision).stream()
                .filter(each -> each.version() == version)
                .findFirst();
    }

    /**
     * What a workbook would change, and what the table that runs makes of it; keeps nothing.
     *
     * @throws Refusal with everything that is wrong with it, each at its cell
     */
    @Transactional(readOnly = true)
    public SheetView preview(String decision, byte[] workbook) {
        ExampleSheet sheet = SheetWorkbook.read(workbook, table(decision, List.of()));
        return find(
                        decision,
                        sheet.csv(),
                        RowChange.of(read(inForce.of(decision).orElse(null)), sheet))
                .orElseThrow();
    }

    private DecisionColumns table(String decision, Collection<ModelSource> files) {
        return new SheetTables(loose, files, models.all())
                .find(decision)
                .orElseThrow(() -> new Refusal("没有“" + decision + "”这张决策表，请刷新页面"));
    }

    /**
     * A changed sheet as a draft by itself.
     *
     * @param seen the version that the person saw; 0 where there was none
     * @throws Refusal where it is refused, or changes nothing
     */
    public ModelDraft submit(String decision, byte[] workbook, String reason, int seen, Account person) {
        requireOwner(person);
        DecisionColumns table = table(decision, List.of());
        return submit(table, SheetWorkbook.read(workbook, table).csv(), reason, seen, person);
    }

    /** An earlier version, to be put back: as a draft, too. */
    public ModelDraft back(String decision, int version, String reason, int seen, Account person) {
        requireOwner(person);
        SheetVersion earlier =
                earlier(decision, version).orElseThrow(() -> new Refusal("没有第" + version + "版测试表，请刷新页面"));
        return submit(table(decision, List.of()), earlier.content(), reason, seen, person);
    }

    private ModelDraft submit(DecisionColumns table, String content, String reason, int seen, Account person) {
        String why = GivenReason.of(reason, "修改测试表的理由", LONGEST_REASON);
        models.lock();
        if (version(table.id()) != seen) {
            throw new Overtaken("您打开页面以后，这张测试表已由他人更换，请刷新页面核对后再办");
        }
        String before = inForce.of(table.id()).orElse(null);
        if (content.equals(before)) {
            throw new Refusal("上传的测试表与正在使用的相同，没有更换");
        }
        return submissions.sheets(
                "测试表：" + table.name(),
                person,
                why,
                List.of(new ModelSource(table.id() + ".examples.csv", content.getBytes(StandardCharsets.UTF_8))),
                models.all(),
                draft -> keep(draft, table.id(), before, content, why, person));
    }

    /** Of the sheet in force, as the table of versions counts; 0 where nobody has changed what came with the program. */
    @Transactional(readOnly = true)
    public int version(String decision) {
        return inForce.versions(decision).stream()
                .findFirst()
                .map(SheetVersion::version)
                .orElse(0);
    }

    private void keep(long draft, String decision, String before, String content, String reason, Account person) {
        store.keep(new SheetChange(
                draft, decision, before, content, reason, person.userId(), person.displayName(), clock.instant()));
    }

    /** As {@link #preview}, of a sheet that is to go with a draft. */
    @Transactional(readOnly = true)
    public SheetView preview(ModelDraft draft, String decision, byte[] workbook) {
        SheetTables all = new SheetTables(loose, sources(draft), models.all());
        DecisionColumns table = table(decision, sources(draft));
        ExampleSheet sheet = SheetWorkbook.read(workbook, table);
        return SheetView.of(
                table,
                ExampleSheet.read(sheet.csv()),
                all.tables(Set.of(decision)),
                RowChange.of(read(inForce.of(decision).orElse(null)), sheet));
    }

    /**
     * A changed sheet into the draft of its author; the draft is judged anew.
     *
     * @throws Refusal where it is refused, or changes nothing
     */
    public void change(ModelDraft draft, String decision, byte[] workbook, String reason, Account person) {
        requireOwner(person);
        DecisionColumns table = table(decision, sources(draft));
        String content = SheetWorkbook.read(workbook, table).csv();
        String why = GivenReason.of(reason, "修改测试表的理由", LONGEST_REASON);
        decisions.takeSheet(draft.id(), "测试表“" + table.name() + "”：" + why, person, () -> {
            String before = inForce.of(decision).orElse(null);
            String now = Optional.ofNullable(changes(draft.id()).get(decision))
                    .map(SheetChange::content)
                    .orElse(before);
            if (content.equals(now)) {
                throw new Refusal("上传的测试表没有改动");
            }
            keep(draft.id(), decision, before, content, why, person);
        });
    }

    private static void requireOwner(Account person) {
        if (!person.groups().contains(StaffGroup.POLICY_OWNERS)) {
            throw new Refusal("测试表由政策人员更换");
        }
    }
}
