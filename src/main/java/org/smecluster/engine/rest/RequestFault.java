package org.smecluster.engine.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.smecluster.engine.Unstorable;

/**
 * What a request itself has wrong, and Camunda answers with 500: it names what there is not, leaves out what there must
 * be, or carries what cannot be read or stored. The failure of a step of a process is none of these, whatever it is
 * called.
 */
record RequestFault(int status, String sentence) {

    private static final RequestFault NOT_STORED = new RequestFault(400, "填写的内容含有不能保存的字符，或者过长、超出范围。请删改后重新提交。");
    private static final RequestFault NOT_READ = new RequestFault(400, "请求的内容不是系统能读的格式，没有办理。");
    private static final RequestFault NOT_THERE = new RequestFault(404, "没有找到所请求的内容，可能已被删除。请刷新页面。");
    private static final RequestFault INCOMPLETE = new RequestFault(400, "请求的内容不完整或者有误，没有办理。");

    private static final RequestFault UNDECIDED = new RequestFault(400, "按所给的数据，决策算不出结果。请核对变量的名称、类型和大小，以及决策中表达式的写法。");
    private static final RequestFault THERE_ALREADY = new RequestFault(409, "已经有这一用户、用户组或者成员，没有重复添加。请刷新页面。");

    private static final RequestFault NO_ID =
            new RequestFault(400, "账号以字母或数字开头，只用字母、数字、点、下划线和连字符；用户组只用小写字母、数字和连字符。请改好后再保存。");
    private static final RequestFault NOT_AWAITED =
            new RequestFault(409, "没有案件在等这条消息：可能已经收到过一次，也可能还没有办到那一步，没有重复办理。请先查看案件的办理进度。");

    private static final String UNIQUE_VIOLATION = "23505";

    /** Of exceptions that have no class of their own. */
    private static final Pattern WORDS_OF_A_FAULT = Pattern.compile("No job found with id|ENGINE-03025|ENGINE-13054"
            + "|Object values cannot be used to query|Cannot get form for task");

    static Optional<RequestFault> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (inAStep(cause)) {
                return Optional.empty();
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            RequestFault fault = ofItself(cause);
            if (fault != null) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static RequestFault ofItself(Throwable cause) {
        if (cause instanceof SQLException refused) {
            return Unstorable.isOne(refused) ? NOT_STORED : isThereAlready(refused) ? THERE_ALREADY : null;
        }
        if (cause instanceof JsonProcessingException
                || cause instanceof UnsupportedEncodingException
                || cause instanceof UnsupportedCharsetException) {
            return NOT_READ;
        }
        if (cause instanceof FeelException) {
            return UNDECIDED;
        }
        if (cause instanceof NullValueException || cause instanceof NotFoundException) {
            return NOT_THERE;
        }
        String words = String.valueOf(cause.getMessage());
        if (words.contains("is not a valid resource identifier")) {
            return NO_ID;
        }
        if (cause instanceof MismatchingMessageCorrelationException) {
            return NOT_AWAITED;
        }
        boolean incomplete = cause instanceof NotValidException
                || cause instanceof BadUserRequestException
                || cause instanceof NullPointerException && thrownByCamunda(cause)
                || WORDS_OF_A_FAULT.matcher(words).find();
        return incomplete ? INCOMPLETE : null;
    }

    /** A user, group or member: their keys are what people type. */
    private static boolean isThereAlready(SQLException refused) {
        return UNIQUE_VIOLATION.equals(refused.getSQLState())
                && String.valueOf(refused.getMessage()).contains("act_id_");
    }

    private static boolean inAStep(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("org.camunda.bpm.engine.impl.bpmn.behavior"));
    }

    private static boolean thrownByCamunda(Throwable cause) {
        return cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.");
    }
}
