package org.smecluster.sample.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far a first start came with the sample cases, in rows of {@code counter}: one that was killed is completed by the next. */
@Component
public class SampleProgress {

    private static final String BEGUN = "sample-cases-begun";
    private static final String DONE = "sample-cases-done";

    private final JdbcClient jdbc;

    SampleProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean begun() {
        return marked(BEGUN);
    }

    public boolean done() {
        return marked(DONE);
    }

    public void begin() {
        mark(BEGUN);
    }

    public void finish() {
        mark(DONE);
    }

    private boolean marked(String mark) {
        return jdbc.sql("select exists (select from counter where name = :mark)")
                .param("mark", mark)
                .query(Boolean.class)
                .single();
    }

    private void mark(String mark) {
        jdbc.sql("insert into counter (name, value) values (:mark, 1) on conflict do nothing")
                .param("mark", mark)
                .update();
    }
}
