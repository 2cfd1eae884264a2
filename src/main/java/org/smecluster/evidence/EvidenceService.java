package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of cases: who sees what of it, what is taken back, and what stays because it was handed in. */
@Service
@LegalBasis(article = 13)
public class EvidenceService {

    private final EvidenceFiles files;
    private final EvidenceStores stores;
    private final EvidenceDesks desks;
    private final EvidenceLimits limits;
    private final Clock clock;

    EvidenceService(
            EvidenceFiles files, EvidenceStores stores, EvidenceDesks desks, EvidenceLimits limits, Clock clock) {
        this.files = files;
        this.stores = stores;
        this.desks = desks;
        this.limits = limits;
        this.clock = clock;
    }

    /** As what the person may hand in evidence now; empty where not. */
    @Transactional(readOnly = true)
    public Optional<Intake> intake(CaseRecord record, Account by) {
        return desks.intake(record, by);
    }

    /** Those that the reader may know of, every version, in the order in which they came. */
    public List<EvidenceFile> files(String caseNumber, Reading reading) {
        return files.ofCase(caseNumber).stream()
                .filter(file -> sees(reading, file))
                .toList();
    }

    public Optional<EvidenceFile> find(String caseNumber, long id, Reading reading) {
        return files.find(id)
                .filter(file -> file.caseNumber().equals(caseNumber))
                .filter(file -> sees(reading, file));
    }

    /** Of an objection the region alone, names too; of what is not handed in yet its sender alone; else whoever reads the case. */
    private static boolean sees(Reading reading, EvidenceFile file) {
        if (file.occasion() == Occasion.OBJECTION) {
            return reading.ofRegion();
        }
        return file.handedIn()
                || !reading.guest() && reading.reader() == file.occasion().sender();
    }

    /** How many files there are of each kind of material in the case, in their latest version; only the unit's are counted. */
    public Map<MaterialKind, Long> held(String caseNumber) {
        return files.ofCase(caseNumber).stream()
                .filter(file -> file.current()
                        && file.material() != null
                        && file.occasion().ofUnit())
                .collect(Collectors.groupingBy(EvidenceFile::material, Collectors.counting()));
    }

    /** The same by condition or topic. */
    public Map<String, Long> heldOfConditions(String caseNumber) {
        return files.ofCase(caseNumber).stream()
                .filter(file -> file.current()
                        && file.condition() != null
                        && file.occasion().ofUnit())
                .collect(Collectors.groupingBy(EvidenceFile::condition, Collectors.counting()));
    }

    /** In megabytes, for the page that sends files. */
    public long largestFile() {
        return limits.file().toMegabytes();
    }

    /** In megabytes, all files of a case together. */
    public long largestCase() {
        return limits.ofCase().toMegabytes();
    }

    /** Kinds of material of which something is uploaded and not handed in yet. */
    public Set<MaterialKind> pending(String caseNumber) {
        return files.ofCase(caseNumber).stream()
                .filter(file -> !file.handedIn() && file.occasion().ofUnit())
                .map(file -> file.material() == null ? MaterialKind.OTHER_EVIDENCE : file.material())
                .collect(Collectors.toSet());
    }

    /** @throws Refusal where a virus was found in it, or it is sealed, for whoever asks */
    public InputStream open(EvidenceFile file) {
        if (files.find(file.id()).filter(found -> !found.sealed()).isEmpty()) {
            throw new Refusal("这个文件已封存，任何人都不能打开或下载");
        }
        if (file.scan() == ScanState.INFECTED) {
            throw new Refusal("“" + file.name() + "”中发现病毒（" + file.scanNote() + "），不能打开或下载");
        }
        EvidenceContent content = files.contentOf(file.id());
        try {
            return new Unaltered(stores.of(content.store()).open(content.blob()), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Takes back what is not handed in yet; an earlier version is the latest again.
     *
     * @throws Refusal where the person may hand in nothing now, or it is handed in or replaced
     */
    @Transactional
    public void takeBack(String caseNumber, long id, Account by) {
        Intake intake = desks.locked(caseNumber, by);
        EvidenceFile file = files.find(id)
                .filter(each -> each.caseNumber().equals(caseNumber)
                        && each.occasion().sender() == intake.occasion().sender())
                .orElseThrow(() -> new Refusal("这个文件已被取回，请刷新页面"));
        if (file.handedIn()) {
            throw new Refusal("“" + file.name() + "”已随材料提交，不能取回，只能在退回补正时上传新的一版替换它");
        }
        if (!files.remove(id)) {
            throw new Refusal("“" + file.name() + "”已被另一个文件替换，请先取回最新的一版");
        }
    }

    /**
     * What the unit has uploaded in the case is handed in: from now on nothing of it is deleted, and all who read the case
     * read it. A repeated call changes nothing.
     *
     * @return how many files were handed in now
     */
    @Transactional
    public int handIn(String caseNumber) {
        return files.handIn(caseNumber, LifeReader.UNIT, clock.instant());
    }

    /** As {@link #handIn(String)}, of what the city has uploaded from its verification on site. */
    @Transactional
    public int handInVerification(String caseNumber) {
        requireScanned(caseNumber, LifeReader.CITY);
        return files.handIn(caseNumber, LifeReader.CITY, clock.instant());
    }

    /** As {@link #handIn(String)}, of what officers have uploaded with objections: one that proves a receipt stays. */
    @Transactional
    public int handInObjection(String caseNumber) {
        return files.handIn(caseNumber, LifeReader.REGION, clock.instant());
    }

    /**
     * @throws Refusal where a file of what would be handed in has a virus, or is not scanned and the setting
     *     {@code smecluster.evidence.unscanned-holds-back} says that it must be
     */
    @Transactional(readOnly = true)
    public void requireScanned(String caseNumber) {
        requireScanned(caseNumber, LifeReader.UNIT);
    }

    private void requireScanned(String caseNumber, LifeReader sender) {
        List<EvidenceFile> pending = files.ofCase(caseNumber).stream()
                .filter(file ->
                        file.current() && !file.handedIn() && file.occasion().sender() == sender)
                .toList();
        refuse(pending, ScanState.INFECTED, "下列佐证材料有病毒，请取回或替换后再提交：");
        if (limits.unscannedHoldsBack()) {
            refuse(pending, ScanState.UNSCANNED, "下列佐证材料还没有经过病毒扫描，扫描完再提交；一直没有扫描的，请联系系统管理员检查扫描程序：");
        }
    }

    private static void refuse(List<EvidenceFile> files, ScanState state, String why) {
        String named = files.stream()
                .filter(file -> file.scan() == state)
                .map(file -> "“" + file.name() + "”")
                .collect(Collectors.joining("、"));
        if (!named.isEmpty()) {
            throw new Refusal(why + named);
        }
    }
}
