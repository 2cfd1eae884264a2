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

    /** By the step that sent it and its text, while somebody wants to know. */
    private static volatile Map<String, Integer> texts;

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

    /** From now on the texts are kept. @return how often each was sent, step and tabulator before it */
    static Map<String, Integer> keepTexts() {
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
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : null;
            return result instanceof Statement statement ? statement(statement, sql) : result;
        });
    }

    private static Statement statement(Statement statement, String prepared) {
        Class<?> type = statement instanceof java.sql.CallableStatement
                ? java.sql.CallableStatement.class
                : statement instanceof java.sql.PreparedStatement ? java.sql.PreparedStatement.class : Statement.class;
        return (Statement) proxy(type, statement, (method, arguments, result) -> {
            if (method.equals("addBatch") || method.startsWith("execute") && !method.contains("Batch")) {
                SENT.incrementAndGet();
                Map<String, Integer> wanted = texts;
                if (wanted != null) {
                    String text = arguments == null ? prepared : "" + arguments[0];
                    wanted.merge(step + "\t" + text, 1, Integer::sum);
                }
            }
            return result;
        });
    }

    /** Told of each call: its name, its arguments, what it returned. */
    private interface Call {
        Object answer(String method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, Object target, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.answer(method.getName(), arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
