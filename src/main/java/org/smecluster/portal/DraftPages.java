package org.smecluster.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.smecluster.worklist.FormDraft;
import org.smecluster.worklist.engine.FormDrafts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The person's own drafts of forms in Tasklist, for its script {@code form-drafts.js}. */
@RestController
@RequestMapping("/drafts")
class DraftPages {

    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ANOTHER_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /**
     * @param savedAt to be shown; null where there is no draft
     * @param header name of the header that must bear the token when a draft is saved or discarded
     */
    record Answer(String savedAt, Map<String, Object> values, List<String> dropped, String header, String token) {}

    record Saved(String savedAt) {}

    private final CurrentUser user;
    private final FormDrafts drafts;
    private final ObjectMapper json;
    private final Clock clock;

    DraftPages(CurrentUser user, FormDrafts drafts, ObjectMapper json, Clock clock) {
        this.user = user;
        this.drafts = drafts;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/tasks/{taskId}")
    Answer ofTask(@PathVariable String taskId, CsrfToken token) {
        if (!drafts.mayDraftTask(person(), taskId)) {
            throw new NotVisible();
        }
        return answer(drafts.ofTask(person(), taskId), token);
    }

    @PutMapping("/tasks/{taskId}")
    ResponseEntity<Saved> saveOfTask(@PathVariable String taskId, HttpServletRequest request) throws IOException {
        Optional<Map<String, Object>> values = values(request);
        if (values.isEmpty()) {
            return unreadable();
        }
        return saved(drafts.saveOfTask(person(), taskId, values.get()));
    }

    @DeleteMapping("/tasks/{taskId}")
    ResponseEntity<Void> discardOfTask(@PathVariable String taskId) {
        drafts.discardOfTask(person(), taskId);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/starts/{definitionId}")
    Answer ofStart(@PathVariable String definitionId, CsrfToken token) {
        if (drafts.processOf(person(), definitionId).isEmpty()) {
            throw new NotVisible();
        }
        return answer(drafts.ofStart(person(), definitionId), token);
    }

    @PutMapping("/starts/{definitionId}")
    ResponseEntity<Saved> saveOfStart(@PathVariable String definitionId, HttpServletRequest request)
            throws IOException {
        Optional<Map<String, Object>> values = values(request);
        if (values.isEmpty()) {
            return unreadable();
        }
        return saved(drafts.saveOfStart(person(), definitionId, values.get()));
    }

    @DeleteMapping("/starts/{definitionId}")
    ResponseEntity<Void> discardOfStart(@PathVariable String definitionId) {
        drafts.discardOfStart(person(), definitionId);
        return ResponseEntity.noContent().build();
    }

    private Account person() {
        return user.account().orElseThrow(NotVisible::new);
    }

    /** Empty where it is no JSON object, or longer than a draft may be. */
    private Optional<Map<String, Object>> values(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(FormDrafts.LONGEST + 1);
        if (body.length > FormDrafts.LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(
                    new String(body, StandardCharsets.UTF_8), new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Saved> unreadable() {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).build();
    }

    private ResponseEntity<Saved> saved(Optional<Instant> at) {
        return ResponseEntity.ok(new Saved(shown(at.orElseThrow(NotVisible::new))));
    }

    private Answer answer(Optional<FormDraft> draft, CsrfToken token) {
        return new Answer(
                draft.map(each -> shown(each.savedAt())).orElse(null),
                draft.map(FormDraft::values).orElse(Map.of()),
                draft.map(FormDraft::dropped).orElse(List.of()),
                token.getHeaderName(),
                token.getToken());
    }

    private String shown(Instant at) {
        LocalDateTime local = CaseFileModel.local(at);
        return (local.getYear() == Year.now(clock).getValue() ? THIS_YEAR : ANOTHER_YEAR).format(local);
    }
}
