package org.smecluster.portal;

import java.util.List;
import java.util.Map;
import org.smecluster.engine.Conflicts;
import org.smecluster.engine.FormRejected;
import org.smecluster.engine.TaskTaken;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What a person is told when an action failed for a reason that is theirs to mend.
 *
 * @param status of the HTTP answer
 */
record Problem(int status, List<String> sentences) {

    /** @throws RuntimeException the failure itself, where it is no refusal and no conflict */
    static Problem of(RuntimeException failure) {
        if (failure instanceof Overtaken overtaken) {
            return new Problem(HttpStatus.CONFLICT.value(), overtaken.reasons());
        }
        if (failure instanceof Refusal refusal) {
            return new Problem(HttpStatus.BAD_REQUEST.value(), refusal.reasons());
        }
        if (failure instanceof TaskTaken taken) {
            return new Problem(HttpStatus.CONFLICT.value(), taken.sentences());
        }
        if (failure instanceof FormRejected rejected) {
            return new Problem(HttpStatus.BAD_REQUEST.value(), rejected.sentences());
        }
        if (Conflicts.caused(failure)) {
            return new Problem(HttpStatus.CONFLICT.value(), List.of("另一位工作人员刚刚办理了同一事项，您的操作没有生效。请查看最新情况后再决定是否重新办理"));
        }
        throw failure;
    }

    /** For the script of a page. */
    ResponseEntity<?> json() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("problem", String.join("；", sentences)));
    }
}
