package org.smecluster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smecluster.casework.Casework;
import org.smecluster.document.Notifications;
import org.smecluster.evidence.FileType;
import org.smecluster.evidence.Occasion;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.support.EvidenceOnFile;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("审计链：谁在哪个案件中办了什么，改动一行、一个字节、整段改写，都核对得出来")
class AuditChainTest {

    private static final Account UNIT = new Account("pingluo", "平罗县", List.of("county-640221"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AuditChain chain;

    @Autowired
    private ChainCheck check;

    @Autowired
    private ChainStore store;

    @Autowired
    private Notifications notifications;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transactions;

    @TempDir
    private Path folder;

    private String caseNumber;

    @BeforeEach
    void aCaseUpToTheReReview() {
        TestClock.set(RecognitionWalk.WINDOW_START);
        RecognitionWalk walk = RecognitionWalk.in(context)
                .of("goji-zhongning")
                .openBatch()
                .started()
                .submitted()
                .accepted()
                .reviewed();
        caseNumber = walk.caseNumber();
        for (int i = 0; i < 3; i++) {
            context.getBean(Casework.class)
                    .step(caseNumber, "seen-" + i, "核对", "第" + i + "次核对", RecognitionWalk.OFFICER);
            event("第" + i + "次");
        }
        EvidenceOnFile evidence = new EvidenceOnFile(context);
        evidence.lay(
                caseNumber,
                Occasion.CORRECTION,
                "统计证明.pdf",
                FileType.PDF,
                "not a picture".repeat(1_000).getBytes(StandardCharsets.UTF_8),
                UNIT);
        evidence.handIn(caseNumber);
        chain.chainAll();
    }

    private List<String> problems(String... heads) {
        return check.check(List.of(heads)).problems();
    }

    private void pastTheApplication(String statement) {
        transactions.executeWithoutResult(transaction -> {
            database.sql("set local session_replication_role = replica").update();
            assertThat(database.sql(statement).update()).isPositive();
        });
    }

    @Test
    @DisplayName("没有人改动：条数与数据一致，案件的每一步、每条评估结论、每份材料都在链上")
    void untouched() {
        assertThat(store.lag().count()).isZero();
        ChainCheck.Result result = check.check(List.of());
        assertThat(result.problems()).isEmpty();
        assertThat(result.contents()).isPositive();
        for (String source :
                List.of("case_entry", "assessment", "finding", "opinion", "evidence_file", "audit_event")) {
            assertThat(database.sql("select count(*) from chain_entry where source = ?")
                            .param(source)
                            .query(Long.class)
                            .single())
                    .as(source)
                    .isEqualTo(database.sql("select count(*) from " + source
                                    + (source.equals("evidence_file") ? " where handed_in_at is not null" : ""))
                            .query(Long.class)
                            .single())
                    .isPositive();
        }
        assertThat(result.entries())
                .isEqualTo(database.sql("select max(number) from chain_entry")
                        .query(Long.class)
                        .single());
    }

    @Test
    @DisplayName("改动一条评估结论")
    void changedFinding() {
        pastTheApplication("update finding set outcome = 'MET', rule = 'x' where position = 1");
        assertThat(problems()).singleElement().asString().matches("finding 第\\d+/1行与记入审计链第\\d+条时不同：被改动过");
    }

    @Test
    @DisplayName("改动一条意见、删去一步、加入一步，从数据库里直接做：逐条指出")
    void changedRemovedAdded() {
        pastTheApplication("update case_entry set author_name = '张三' where id = (select min(id) from case_entry)");
        pastTheApplication("delete from case_entry where id = (select max(id) from case_entry)");
        pastTheApplication(
                "insert into cluster_fact (cluster_id, kind, value, valid_from, case_number, article, recorded_at)"
                        + " values (1, 'NAME', '别的名称', date '2026-01-01', 'NXJQ-2026-BG-00001', '第十五条', now())");
        assertThat(problems())
                .hasSize(3)
                .anyMatch(each -> each.startsWith("case_entry ") && each.contains("被改动过"))
                .anyMatch(each -> each.startsWith("case_entry ") && each.contains("被删除"))
                .anyMatch(each -> each.startsWith("cluster_fact ") && each.contains("没有记入审计链"));
    }

    @Test
    @DisplayName("迁移案件的提请和确认也在链上：改了是谁确认的，指出")
    void changedMigration() {
        database.sql("""
                        with planned as (
                            insert into model_migration (process_key, process_name, from_version, from_definition_id, to_version,
                                to_definition_id, state, author, author_name, drawn_up_at)
                            values ('revocation', '撤销认定', 1, 'r:1', 2, 'r:2', 'TRYING', 'policy', '田思源', now())
                            returning id)
                        insert into model_migration_event (migration_id, kind, happened_at, user_id, user_name, reason)
                        select id, 'CONFIRMED', now(), 'policy-2', '罗静怡', '核对无误' from planned
                        """).update();
        chain.chainAll();
        assertThat(problems()).isEmpty();
        pastTheApplication("update model_migration_event set user_id = 'policy', user_name = '田思源'");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("model_migration_event ")
                .contains("被改动过");
    }

    @Test
    @DisplayName("改动一份材料的一个字节：材料在库里的名称、大小、摘要都没有变，也指出")
    void changedByteOfEvidence() {
        pastTheApplication("update evidence_piece set bytes = overlay(bytes placing '\\x21'::bytea from 5)"
                + " where upload_id = (select max(upload_id) from evidence_piece)");
        assertThat(problems()).singleElement().asString().startsWith("佐证材料的内容与存入时不同：第");
    }

    @Test
    @DisplayName("改动链上的一条，抽去一条：指出是第几条")
    void brokenChain() {
        pastTheApplication("update chain_entry set case_number = 'NXJQ-2026-RD-99999' where number = 3");
        pastTheApplication("delete from chain_entry where number = 7");
        assertThat(problems()).contains("审计链第3条自身被改动", "审计链第7条至第7条缺失");
    }

    @Test
    @DisplayName("改了数据，再把其后的整段链重新算好：链自己看不出来，与留在库外的日末端一对就看出来")
    void rewrittenTail() throws IOException {
        ChainHeads heads = headsIn(folder.resolve("heads.txt"));
        heads.keep(LocalDate.now(ZONE).plusDays(1));
        heads.file();
        String[] lines = Files.readAllLines(folder.resolve("heads.txt")).toArray(String[]::new);
        assertThat(lines).hasSize(1);
        assertThat(problems(lines)).isEmpty();

        pastTheApplication("update finding set outcome = 'MISSING' where position = 1");
        rewritten();
        assertThat(problems()).isEmpty();
        assertThat(problems(lines)).singleElement().asString().endsWith("与留存的不同：这一条以前的链被整体改写或者截断");
    }

    /** What somebody does who knows how it is made: every digest and every link anew. */
    private void rewritten() {
        List<ChainEntry.Queued> rows = new ArrayList<>();
        store.forEach(entry -> rows.add(new ChainEntry.Queued(
                entry.number(),
                entry.source(),
                entry.version(),
                entry.key(),
                entry.caseNumber(),
                entry.source().equals("finding") ? digestNow(entry.key()) : entry.digest(),
                entry.queuedAt())));
        byte[] previous = ChainEntry.BEGINNING;
        List<ChainEntry> links = new ArrayList<>();
        for (ChainEntry.Queued row : rows) {
            ChainEntry link = ChainEntry.of(row, row.id(), previous);
            previous = link.hash();
            links.add(link);
        }
        database.sql("delete from chain_entry").update();
        store.chain(links, List.of());
    }

    private byte[] digestNow(String key) {
        String content = database.sql("select content from chain_source where name = 'finding'")
                .query(String.class)
                .single();
        return transactions.execute(transaction -> {
            database.sql("set local timezone = 'UTC'").update();
            return database.sql("select sha256(convert_to(jsonb_build_array(" + content
                            + ")::text, 'UTF8')) from finding t where assessment_id || '/' || position = ?")
                    .param(key)
                    .query(byte[].class)
                    .single();
        });
    }

    private ChainHeads headsIn(Path file) {
        return new ChainHeads(store, notifications, java.time.Clock.systemUTC(), file.toString()) {
            @Override
            public void keep(LocalDate today) {
                transactions.executeWithoutResult(transaction -> super.keep(today));
            }

            @Override
            public void file() throws IOException {
                transactions.executeWithoutResult(transaction -> {
                    try {
                        super.file();
                    } catch (IOException failed) {
                        throw new IllegalStateException(failed);
                    }
                });
            }
        };
    }

    @Test
    @DisplayName("一天的末端：当天的记全以后一次，写进文件一行，告知系统管理员一次；重复做不多一行")
    void headsOnce() throws IOException {
        Path file = folder.resolve("new/heads.txt");
        ChainHeads heads = headsIn(file);
        LocalDate tomorrow = LocalDate.now(ZONE).plusDays(1);
        new EvidenceOnFile(context).upload(caseNumber, Occasion.CORRECTION, "未完成.pdf", 10, UNIT);
        database.sql("insert into audit_event (at, kind, address, details) values (now(), 'LOGIN', '', '')")
                .update();
        heads.keep(tomorrow);
        assertThat(store.newestHead()).as("something of the day still waits").isEmpty();
        chain.chainAll();
        for (int i = 0; i < 3; i++) {
            heads.keep(tomorrow);
            heads.file();
        }
        database.sql("update chain_head set filed_at = null").update();
        heads.file();
        assertThat(Files.readAllLines(file))
                .containsExactly(store.newestHead().orElseThrow().line());
        assertThat(notifications.forGroups(List.of(StaffGroup.ADMINISTRATORS), "admin", 0, 10))
                .extracting(each -> each.text())
                .filteredOn(text -> text.startsWith("审计链"))
                .singleElement()
                .asString()
                .contains(store.newestHead().orElseThrow().line());
    }

    @Test
    @DisplayName("几个节点同时写：没有重号，没有缺号，没有漏的；还没有提交的不入链，提交以后入链")
    void severalWriters() {
        CompletableFuture<Void> committed = new CompletableFuture<>();
        CompletableFuture<Void> entered = new CompletableFuture<>();
        CompletableFuture<Void> slow =
                CompletableFuture.runAsync(() -> transactions.executeWithoutResult(transaction -> {
                    event("慢的");
                    entered.complete(null);
                    committed.join();
                }));
        entered.join();
        CompletableFuture<?>[] nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 20; i++) {
                        event("节点" + node + "第" + i);
                        chain.chainNext();
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();
        chain.chainAll();
        assertThat(chained("慢的")).isZero();
        committed.complete(null);
        slow.join();
        chain.chainAll();
        assertThat(chained("慢的")).isEqualTo(1);
        assertThat(store.lag().count()).isZero();
        assertThat(problems()).isEmpty();
    }

    private void event(String details) {
        database.sql("insert into audit_event (at, kind, address, details) values (now(), 'LOGIN', '', ?)")
                .param(details)
                .update();
    }

    private long chained(String details) {
        return database.sql("""
                        select count(*) from chain_entry c join audit_event e on c.source = 'audit_event' and c.key = e.id::text
                         where e.details = ?
                        """).param(details).query(Long.class).single();
    }

    @Test
    @DisplayName("日末端文件中读不懂的行指出来；没有这一条的末端也指出来")
    void strangeHeads() {
        assertThat(problems("", "2026-13 x", "2026-01-01 999999 " + "0".repeat(64)))
                .hasSize(2)
                .anyMatch(each -> each.equals("日末端文件中的这一行读不懂：2026-13 x"))
                .anyMatch(each -> each.contains("第999999条"));
    }
}
