package org.smecluster.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.engine.Messages.Receiver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages to cases that may not listen yet. A letter is stored with its cause in the sender's transaction, so the same
 * cause sends nothing twice; it is handed over at once where the case awaits it, else as soon as it does. Where the case
 * is over, the letter is dropped and keeps why.
 */
@Component
public class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int AT_A_TIME = 500;
    private static final TypeReference<LinkedHashMap<String, Object>> VARIABLES = new TypeReference<>() {};

    /** @param businessKey the receiving case */
    record Letter(long id, String message, String businessKey, String variables) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate alone;

    Mailbox(
            JdbcClient jdbc,
            ObjectMapper json,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.messages = messages;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends a message to a case, once for each cause.
     *
     * @param cause why, unique over all letters, e.g. {@code renewal.extended:NXJQ-2029-FH-00001}
     * @param businessKey of the receiving process instance
     * @param variables strings, booleans and whole numbers
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(String cause, String message, String businessKey, Map<String, Object> variables) {
        jdbc.sql("""
                        insert into mailbox (cause, message, business_key, variables, posted_at)
                        values (:cause, :message, :businessKey, :variables::json, :now)
                        on conflict (cause) do nothing
                        returning id, message, business_key, variables
                        """)
                .param("cause", cause)
                .param("message", message)
                .param("businessKey", businessKey)
                .param("variables", written(variables))
                .param("now", now())
                .query((row, i) -> new Letter(
                        row.getLong("id"),
                        row.getString("message"),
                        row.getString("business_key"),
                        row.getString("variables")))
                .optional()
                .ifPresent(this::deliver);
    }

    /**
     * Hands over what waits, each letter in a transaction of its own; one that fails waits for the next round.
     *
     * @return how many were delivered
     */
    public int deliverWaiting() {
        int delivered = 0;
        List<Long> some = waitingAfter(0);
        while (!some.isEmpty()) {
            for (long id : some) {
                try {
                    if (Boolean.TRUE.equals(alone.execute(status -> deliverOne(id)))) {
                        delivered++;
                    }
                } catch (RuntimeException failure) {
                    LOG.warn("Letter {} could not be delivered and waits", id, failure);
                }
            }
            some = waitingAfter(some.get(some.size() - 1));
        }
        return delivered;
    }

    private List<Long> waitingAfter(long id) {
        return jdbc.sql("""
                        select id from mailbox
                        where delivered_at is null and dropped is null and id > :id order by id limit :most
                        """)
                .param("id", id)
                .param("most", AT_A_TIME)
                .query(Long.class)
                .list();
    }

    /** How many letters wait for their receiver. */
    public int waiting() {
        return jdbc.sql("select count(*) from mailbox where delivered_at is null and dropped is null")
                .query(Integer.class)
                .single();
    }

    private boolean deliverOne(long id) {
        return jdbc.sql("""
                        select id, message, business_key, variables from mailbox
                        where id = :id and delivered_at is null and dropped is null for update skip locked
                        """)
                .param("id", id)
                .query((row, i) -> new Letter(
                        row.getLong("id"),
                        row.getString("message"),
                        row.getString("business_key"),
                        row.getString("variables")))
                .optional()
                .map(this::deliver)
                .orElse(false);
    }

    private boolean deliver(Letter letter) {
        if (messages.send(letter.message(), letter.businessKey(), read(letter.variables()))) {
            jdbc.sql("update mailbox set delivered_at = :now where id = :id")
                    .param("now", now())
                    .param("id", letter.id())
                    .update();
            return true;
        }
        if (messages.receiver(letter.businessKey()) == Receiver.OVER) {
            jdbc.sql("update mailbox set dropped = '收件案件已办结' where id = :id")
                    .param("id", letter.id())
                    .update();
        }
        return false;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String written(Map<String, Object> variables) {
        try {
            return json.writeValueAsString(variables);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("a letter carries strings, booleans and whole numbers", unwritable);
        }
    }

    private Map<String, Object> read(String variables) {
        try {
            return json.readValue(variables, VARIABLES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("mailbox.variables cannot be read", damaged);
        }
    }
}
