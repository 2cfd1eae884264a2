package org.smecluster.paper;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.security.Account;

/** The stored papers and their templates. Nothing is taken away. */
public interface Papers {

    /** Those of a case, in the order in which they were issued. */
    List<IssuedPaper> ofCase(String caseNumber);

    List<IssuedPaper> ofCases(Collection<String> caseNumbers);

    Optional<IssuedPaper> find(long id);

    /** Papers that bear the number. */
    List<IssuedPaper> numbered(String documentNumber);

    byte[] pdf(long id);

    /** @throws java.util.NoSuchElementException where none is filed */
    byte[] scan(long id);

    /**
     * @param paper {@code id} is not read, nor anything of a scan
     * @return empty where the case has one of that kind and subject already
     */
    Optional<Long> issue(IssuedPaper paper, byte[] pdf);

    /** @return false where one is filed already */
    boolean fileScan(long id, String name, String type, byte[] content, Account by, Instant at);

    /** Every version of a kind, the latest first. */
    List<PaperTemplate> templates(PaperKind kind);

    byte[] template(PaperKind kind, int version);

    /** @return false where somebody has entered that version meanwhile */
    boolean enter(PaperTemplate template, byte[] content);

    /** The latest first. */
    List<PaperSwitch> switches(PaperKind kind);

    void turn(PaperSwitch turned);
}
