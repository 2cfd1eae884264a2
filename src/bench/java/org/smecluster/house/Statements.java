package org.smecluster.house;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Counts what the application sends to its database: a batch counts as many statements as were added to it. */
@Component
public final class Statements implements BeanPostProcessor {

    private static final AtomicLong SENT = new AtomicLong();

    /** How often a statement was sent, and how long its answers took together; of a batch, the text is that of the whole. */
    record Sent(long times, long nanos) {

        private Sent and(Sent other) {
            return new Sent(times + other.times, nanos + other.nanos);
        }
    }

    /** By the step that sent it and its text, while somebody wants to know. */
    private static volatile Map<String, Sent> texts;

    private static volatile String step = "";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counted(source) : bean;
    }

    /** How many so far, by whichever thread. */
    public static long sent() {
        return SENT.get();
    }

    /** What is sent from now on is of that step. */
    static void of(String named) {
        step = named;
    }

    /** From now on the texts are kept. @return what of each was sent, step and tabulator before it */
    static Map<String, Sent> keepTexts() {
        texts = new ConcurrentHashMap<>();
        return texts;
    }

    static DataSource counted(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return connection(super.getConnection());
            }
        };
    }

    private static Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, result, nanos) -> {
            String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : null;
            return result instanceof Statement statement ? statement(statement, sql) : result;
        });
    }

    private static Statement statement(Statement statement, String prepared) {
        Class<?> type = statement instanceof java.sql.CallableStatement
                ? java.sql.CallableStatement.class
                : statement instanceof java.sql.PreparedStatement ? java.sql.PreparedStatement.class : Statement.class;
        return (Statement) proxy(type, statement, (method, arguments, result, nanos) -> {
            boolean sent = method.equals("addBatch") || method.startsWith("execute") && !method.contains("Batch");
            if (sent) {
                SENT.incrementAndGet();
            }
            Map<String, Sent> wanted = texts;
            if (wanted != null && (sent || method.startsWith("execute"))) {
                String text = arguments == null ? prepared : "" + arguments[0];
                wanted.merge(step + "\t" + text, new Sent(sent ? 1 : 0, nanos), Sent::and);
            }
            return result;
        });
    }

    /** Told of each call: its name, its arguments, what it returned, how long it took. */
    private interface Call {
        Object answer(String method, Object[] arguments, Object result, long nanos);
    }

    private static <T> T proxy(Class<T> type, Object target, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    long began = System.nanoTime();
                    try {
                        Object result = method.invoke(target, arguments);
                        return call.answer(method.getName(), arguments, result, System.nanoTime() - began);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
