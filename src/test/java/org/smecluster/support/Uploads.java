package org.smecluster.support;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.NewUpload;
import org.smecluster.material.UploadJob;
import org.smecluster.material.UploadJobs;
import org.smecluster.material.WorkbookChecking;
import org.smecluster.sample.CheckedUploads;
import org.smecluster.security.Account;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workbooks in tests: handed in as a unit does it, or their data laid under a submission. */
public final class Uploads {

    private final CheckedUploads checked;
    private final UploadJobs jobs;
    private final ClusterWorkbooks workbooks;
    private final JdbcClient database;

    public Uploads(BeanFactory beans) {
        checked = new CheckedUploads(beans.getBean(WorkbookFiling.class), beans.getBean(WorkbookChecking.class));
        jobs = beans.getBean(UploadJobs.class);
        workbooks = beans.getBean(ClusterWorkbooks.class);
        database = beans.getBean(JdbcClient.class);
    }

    /** As {@link CheckedUploads#take}; a person whom only the test knows is known to the engine from now on. */
    public UploadJob take(String caseNumber, String fileName, byte[] content, Account by) {
        introduce(by);
        return checked.take(caseNumber, fileName, content, by);
    }

    /** Without a password, by which {@link CleanSlate} knows whom to forget. */
    private void introduce(Account by) {
        database.sql("insert into act_id_user (id_, rev_, first_) values (?, 1, ?) on conflict do nothing")
                .params(by.userId(), by.displayName())
                .update();
        by.groups()
                .forEach(group -> database.sql("""
                        insert into act_id_membership (user_id_, group_id_)
                        select person.id_, team.id_ from act_id_user person, act_id_group team
                         where person.id_ = ? and person.pwd_ is null and team.id_ = ? on conflict do nothing""").params(by.userId(), group).update());
    }

    /** The data as the checking stores them, of a file of one byte. */
    public void lay(long submissionId, ClusterWorkbook data, String fileName, String uploadedBy) {
        LocalDate asOf = LocalDate.of(data.applicationYear(), 1, 1);
        lay(new NewUpload(submissionId, "", data.applicationYear(), asOf, fileName, uploadedBy), data, new byte[] {1});
    }

    /** As {@link #lay(long, ClusterWorkbook, String, String)}, of a file of its own. */
    public void lay(NewUpload upload, ClusterWorkbook data, byte[] file) {
        jobs.insert(upload, new ByteArrayInputStream(file), file.length);
        UploadJob job = jobs.claim().orElseThrow();
        workbooks.replace(upload.submissionId(), data, job.id());
        jobs.stored(job, List.of());
    }
}
