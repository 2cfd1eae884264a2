package org.smecluster.testsheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.smecluster.law.Refusal;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelFinding.Weight;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.DraftSheets;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.SheetsOf;
import org.smecluster.policy.guard.DecisionColumns;
import org.smecluster.security.Account;
import org.smecluster.testsheet.SheetRun.Result;
import org.smecluster.whatif.LooseTables;
import org.springframework.stereotype.Component;

@Component
class SheetsOnDrafts implements DraftSheets {

    private static final int MOST_LISTED = 20;
    private static final String CHANGE = "决策表错了的，改正后重新部署；应得的结果要改的，在草稿页打开这张测试表，下载、修改这一行后上传";
    private static final String LAY_OUT = "在草稿页打开这张测试表，下载按草稿列好的，核对各行后上传";

    private final SheetStore store;
    private final SheetsInForce inForce;
    private final LooseTables loose;

    SheetsOnDrafts(SheetStore store, SheetsInForce inForce, LooseTables loose) {
        this.store = store;
        this.inForce = inForce;
        this.loose = loose;
    }

    @Override
    public List<ModelFinding> findings(Collection<ModelSource> files, List<LiveFile> live, SheetsOf which) {
        Map<String, String> instead = new HashMap<>();
        List<ModelFinding> found = new ArrayList<>();
        if (which.replaced()) {
            store.entered(which.draft())
                    .forEach(decision -> instead.put(
                            decision, inForce.before(decision, which.draft()).orElse(null)));
        } else if (which.draft() != null) {
            changes(which.draft()).forEach(change -> {
                instead.put(change.decision(), change.content());
                if (isOvertaken(change)) {
                    found.add(finding(change.decision(), 0, "这份草稿更换以后，别的变更又改过这张测试表", "重新下载、修改后上传", Weight.HOLDS));
                }
            });
        }
        SheetTables all = new SheetTables(loose, files, live);
        Set<String> decisions = new TreeSet<>(all.own());
        decisions.addAll(instead.keySet());
        if (decisions.isEmpty()) {
            return found;
        }
        LooseTables.Tables tables = all.tables(decisions);
        for (String decision : decisions) {
            String content = instead.containsKey(decision)
                    ? instead.get(decision)
                    : inForce.of(decision).orElse(null);
            Optional<DecisionColumns> table = all.find(decision);
            if (table.isEmpty()) {
                found.add(finding(decision, 0, "没有“" + decision + "”这张决策表", "把测试表改回原样，或者撤回草稿", Weight.HOLDS));
            } else if (content == null) {
                found.add(finding(
                        table.get().name(), 0, "这张决策表没有测试表，没有例子可以核对", "请在草稿页打开这张测试表，下载、填写后上传", Weight.FOR_APPROVAL));
            } else {
                found.addAll(findings(table.get(), ExampleSheet.read(content), tables));
            }
        }
        return found;
    }

    private static List<ModelFinding> findings(DecisionColumns table, ExampleSheet sheet, LooseTables.Tables tables) {
        SheetView view = SheetView.of(table, sheet, tables, List.of());
        List<ModelFinding> found = new ArrayList<>();
        view.misfits().forEach(misfit -> found.add(finding(table.name(), 0, misfit, LAY_OUT, Weight.HOLDS)));
        if (view.run() != null) {
            for (Result result : view.run().failing()) {
                found.add(new ModelFinding(
                        called(table.name()),
                        result.example().line(),
                        null,
                        "例子“" + result.example().name() + "”没有通过：" + String.join("；", result.differences()),
                        CHANGE,
                        result.example().article(),
                        Weight.HOLDS));
            }
        }
        if (found.size() <= MOST_LISTED) {
            return found;
        }
        int more = found.size() - MOST_LISTED;
        List<ModelFinding> listed = new ArrayList<>(found.subList(0, MOST_LISTED));
        listed.add(finding(table.name(), 0, "另有" + more + "处没有列出", "在草稿页打开这张测试表，查看全部", Weight.HOLDS));
        return listed;
    }

    private static ModelFinding finding(String name, int line, String problem, String remedy, Weight weight) {
        return new ModelFinding(called(name), line, null, problem, remedy, null, weight);
    }

    private static String called(String name) {
        return "测试表“" + name + "”";
    }

    private List<SheetChange> changes(long draft) {
        return store.changes(draft).stream().filter(SheetChange::changes).toList();
    }

    private boolean isOvertaken(SheetChange change) {
        return !Optional.ofNullable(change.before()).equals(inForce.of(change.decision()));
    }

    @Override
    public boolean changedIn(long draft) {
        return !changes(draft).isEmpty();
    }

    @Override
    public void goLive(long draft, Instant now) {
        changes(draft).forEach(change -> {
            if (isOvertaken(change)) {
                throw new Refusal("测试表“" + change.decision() + "”已由别的变更改过，请重新下载、修改后上传");
            }
            inForce.enter(change, now);
        });
    }

    @Override
    public boolean inForce(long draft) {
        return store.entered(draft).stream().allMatch(decision -> inForce.isOf(decision, draft));
    }

    @Override
    public void back(long draft, String reason, Account person, Instant now) {
        store.entered(draft).forEach(decision -> {
            SheetVersion earlier = inForce.replaced(decision, draft)
                    .orElseThrow(() -> new Refusal("测试表“" + decision + "”是这次新增的，没有以前的可以恢复。不合适的，请提交新的草稿修改"));
            inForce.again(earlier, draft, reason, person.userId(), person.displayName(), now);
        });
    }
}
