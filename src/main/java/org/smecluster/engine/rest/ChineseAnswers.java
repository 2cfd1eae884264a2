package org.smecluster.engine.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.smecluster.engine.Conflicts;
import org.smecluster.engine.FormRejected;
import org.smecluster.engine.LastRefusal;
import org.smecluster.engine.TaskTaken;
import org.smecluster.law.Refusal;
import org.smecluster.policy.ModelsRefused;
import org.smecluster.policy.draft.KeptAsDraft;
import org.smecluster.policy.draft.NothingChanged;
import org.smecluster.security.LoginRefused;

/**
 * What a clerk can cause by working is answered in Chinese, as a sentence and nothing else: Camunda puts
 * {@code Cannot complete task 4711:} before it, and answers some refusals, and much that a request has wrong
 * ({@link RequestFault}), with 500. Found by Jersey itself, so that it holds for {@code /engine-rest} and for the web apps'
 * own API alike.
 */
public class ChineseAnswers implements AutoDiscoverable {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Camunda registers mappers for the same exceptions; of those that are equally near Jersey asks the first. */
    private static final int FIRST = 1;

    private static final int CONFLICT = Response.Status.CONFLICT.getStatusCode();

    @Override
    public void configure(FeatureContext context) {
        context.register(OfWrapped.class)
                .register(OfTheEngine.class)
                .register(OfRefusals.class)
                .register(OfConflicts.class)
                .register(OfRights.class)
                .register(OfGuesses.class)
                .register(OfNoJson.class)
                .register(OfOtherJson.class)
                .register(OfAnything.class)
                .register(AtLeastOneSentence.class);
    }

    private record Answer(int status, String sentence) {

        static Optional<Answer> to(Throwable failure, String site) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof TaskTaken taken) {
                    return Optional.of(new Answer(CONFLICT, taken.getMessage()));
                }
                if (cause instanceof ModelsRefused refused) {
                    return Optional.of(new Answer(400, refused.text(site)));
                }
                if (cause instanceof KeptAsDraft kept) {
                    return Optional.of(new Answer(CONFLICT, kept.text(site)));
                }
                if (cause instanceof NothingChanged same) {
                    return Optional.of(new Answer(CONFLICT, same.getMessage() + "。"));
                }
                if (cause instanceof FormRejected && saidBetterByItsCause(cause.getCause())) {
                    continue;
                }
                if (cause instanceof FormRejected refusal) {
                    return Optional.of(new Answer(400, refusal.getMessage()));
                }
                if (cause instanceof Refusal refusal) {
                    return Optional.of(new Answer(400, refusal.getMessage()));
                }
                if (cause instanceof AuthorizationException refusal) {
                    return Optional.of(new Answer(
                            403,
                            CHINESE.matcher(String.valueOf(refusal.getMessage()))
                                            .find()
                                    ? refusal.getMessage()
                                    : "您无权进行此操作。任务可能已由他人认领或办结，请刷新页面；仍不能办理时，请与系统管理员联系。"));
                }
                if (cause instanceof TaskAlreadyClaimedException) {
                    return Optional.of(new Answer(CONFLICT, "该任务刚刚由他人认领，请刷新待办列表。"));
                }
                if (String.valueOf(cause.getMessage()).contains("Cannot find task with id")) {
                    return Optional.of(new Answer(404, "该任务已不存在：可能已由他人办理，请刷新待办列表。"));
                }
            }
            return Conflicts.caused(failure)
                    ? Optional.of(new Answer(CONFLICT, "他人刚刚办理了同一事项，您的这一步没有保存。请刷新页面，查看最新情况后再办理。"))
                    : RequestFault.of(failure).map(fault -> new Answer(fault.status(), fault.sentence()));
        }

        private static boolean saidBetterByItsCause(Throwable cause) {
            return cause instanceof ModelsRefused || cause instanceof KeptAsDraft || cause instanceof NothingChanged;
        }

        Response as(ExceptionDto original) {
            original.setMessage(sentence);
            return Response.status(status)
                    .entity(original)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    private abstract static class Answering<E extends Throwable> implements ExtendedExceptionMapper<E> {

        @Context
        private HttpServletRequest request;

        @Override
        public boolean isMappable(E failure) {
            return Answer.to(failure, "").isPresent();
        }

        /** Checked at the door: {@code security.inbound.PublicAddress}. */
        private String site() {
            String url = request.getRequestURL().toString();
            return url.substring(0, url.length() - request.getRequestURI().length());
        }

        @Override
        public Response toResponse(E failure) {
            LastRefusal.keep(request, failure);
            return Answer.to(failure, site())
                    .map(answer ->
                            answer.as(ExceptionHandlerHelper.getInstance().fromException(failure)))
                    .orElseThrow();
        }
    }

    @Priority(FIRST)
    static class OfWrapped extends Answering<RestException> {}

    @Priority(FIRST)
    static class OfTheEngine extends Answering<ProcessEngineException> {}

    /** Camunda's own mapper knows these only as the engine's; the nearer class decides, whichever was found first. */
    @Priority(FIRST)
    static class OfRefusals extends Answering<FormRejected> {}

    @Priority(FIRST)
    static class OfConflicts extends Answering<OptimisticLockingException> {}

    @Priority(FIRST)
    static class OfRights extends Answering<AuthorizationException> {}

    /** A password that was not looked at; see {@link org.smecluster.security.PasswordChecks}. */
    @Priority(FIRST)
    static class OfGuesses implements ExceptionMapper<LoginRefused> {

        @Override
        public Response toResponse(LoginRefused refusal) {
            ExceptionDto answer = new ExceptionDto();
            answer.setType("Refused");
            answer.setMessage(refusal.getMessage());
            return Response.status(refusal.status())
                    .header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds())
                    .entity(answer)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    /** Jackson's own mappers answer in English, as text. */
    @Priority(FIRST)
    static class OfNoJson extends Answering<JsonParseException> {}

    @Priority(FIRST)
    static class OfOtherJson extends Answering<JsonMappingException> {}

    /** Camunda's mapper for all the rest answers 500. */
    @Priority(FIRST)
    static class OfAnything extends Answering<Throwable> {}

    /** Whatever else is refused keeps Camunda's words, which policy owners and administrators may need, after ours. */
    static class AtLeastOneSentence implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getStatus() >= 400
                    && response.getEntity() instanceof ExceptionDto told
                    && !CHINESE.matcher(String.valueOf(told.getMessage())).find()) {
                told.setMessage(
                        (response.getStatus() < 500 ? "请求有误，没有办理：" : "系统出错，没有办理，请联系系统管理员：") + told.getMessage());
            }
        }
    }
}
