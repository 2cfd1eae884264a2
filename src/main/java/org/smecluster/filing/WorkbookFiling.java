package org.smecluster.filing;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.casework.Casework;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.NewUpload;
import org.smecluster.material.UploadJob;
import org.smecluster.material.UploadJobs;
import org.smecluster.material.UploadOwner;
import org.smecluster.material.WorkbookSubject;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applicant's uploads: taken in, checked in the background, stored for the version in hand. Whether the person may
 * and the version is open is asked when the file arrives and again when it is stored.
 */
@Service
@Transactional
@LegalBasis(article = 13)
public class WorkbookFiling implements UploadOwner {

    private final FilingProcedures procedures;
    private final Submissions submissions;
    private final UploadJobs jobs;
    private final CaseMaterials materials;
    private final Casework casework;
    private final Accounts accounts;
    private final Units units;
    private final Clock clock;

    WorkbookFiling(
            FilingProcedures procedures,
            Submissions submissions,
            UploadJobs jobs,
            CaseMaterials materials,
            Casework casework,
            Accounts accounts,
            Units units,
            Clock clock) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.jobs = jobs;
        this.materials = materials;
        this.casework = casework;
        this.accounts = accounts;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Takes a workbook in, to be checked.
     *
     * @param size in bytes
     * @throws Refusal where the person is not of the applicant unit, the version is frozen, its correction is of files alone, or
     *     an earlier upload is not over
     */
    public void receive(String caseNumber, String fileName, InputStream content, long size, Account by) {
        FiledCase filed = ofApplicant(caseNumber, by);
        SubmissionVersion version = Filing.inHand(filed, submissions);
        requireOpened(version);
        jobs.insert(
                new NewUpload(
                        version.id(),
                        caseNumber,
                        filed.applicationYear(),
                        filed.asOf(LocalDate.now(clock)),
                        fileName,
                        by.userId()),
                content,
                size);
    }

    /** The latest upload for the latest version; empty for others than the applicant unit. */
    @Transactional(readOnly = true)
    public Optional<UploadJob> latest(String caseNumber, Account by) {
        return procedures
                .of(caseNumber)
                .find(caseNumber)
                .filter(filed -> by.groups().contains(filed.applicantGroup()))
                .flatMap(filed -> submissions.latest(caseNumber))
                .flatMap(version -> jobs.ofSubmission(version.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public WorkbookSubject subject(UploadJob job) {
        return procedures
                .find(job.caseNumber())
                .flatMap(procedure -> procedure.find(job.caseNumber()))
                .map(this::subject)
                .orElse(WorkbookSubject.ANY);
    }

    private WorkbookSubject subject(FiledCase filed) {
        List<String> own =
                units
                        .ofGroup(filed.applicantGroup())
                        .flatMap(unit -> units.countyOf(unit.code()))
                        .map(Unit::name)
                        .stream()
                        .toList();
        Set<String> others = units.counties().stream()
                .map(Unit::name)
                .filter(name -> !own.contains(name))
                .collect(Collectors.toSet());
        return new WorkbookSubject(filed.clusterName(), own, others);
    }

    @Override
    public void requireOpen(UploadJob job, String userId) {
        SubmissionVersion version = Filing.inHand(ofApplicant(job.caseNumber(), account(userId)), submissions);
        if (version.id() != job.submissionId()) {
            throw new Refusal("上传之后材料已提交或退回，版本已经不同，请重新上传");
        }
        requireOpened(version);
    }

    private void requireOpened(SubmissionVersion version) {
        if (!materials.opening(version).workbook()) {
            throw new Refusal("本次补正没有退回数据表的内容，数据表不能改动。需要改动的，请联系市级主管部门把申报表（第十三条(二)）或有关清单列入退回的材料");
        }
    }

    @Override
    public void stored(UploadJob job, String userId) {
        submissions.changed(job.submissionId());
        casework.step(
                job.caseNumber(), "workbook", Filing.STEP, "上传申报工作簿“" + job.fileName() + "”，检查无误并保存", account(userId));
    }

    private Account account(String userId) {
        return accounts.find(userId).orElseThrow(() -> new Refusal("办理人的账号已停用，上传没有保存，请由本单位其他人员重新上传"));
    }

    private FiledCase ofApplicant(String caseNumber, Account by) {
        FiledCase filed = procedures.of(caseNumber).lock(caseNumber);
        filed.refuseUnlessApplicant(by);
        return filed;
    }
}
