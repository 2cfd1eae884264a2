package org.smecluster.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smecluster.engine.deployment.ModelFile;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.compare.Difference;
import org.smecluster.policy.compare.ModelComparison;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Any two versions of a model or form side by side, drawn and told. */
@Controller
@RequestMapping("/admin/models/{kind}/{id}")
class ModelComparisonPages {

    private static final String[] READERS = {StaffGroup.ADMINISTRATORS, StaffGroup.POLICY_OWNERS};

    private final VersionsOnFile versions;
    private final CurrentUser user;

    ModelComparisonPages(VersionsOnFile versions, CurrentUser user) {
        this.versions = versions;
        this.user = user;
    }

    /** Where the page is. */
    static String address(ModelKey key) {
        return ModelPages.address(key) + "/comparison";
    }

    /** @param before a word of {@link VersionsOnFile}; empty for what a person would compare {@code after} with */
    @GetMapping("/comparison")
    String comparison(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        user.require(READERS);
        ModelKey key = new ModelKey(ModelPages.kind(kind), id);
        List<VersionsOnFile.Choice> choices = new ArrayList<>(versions.of(key));
        if (choices.isEmpty()) {
            throw new NotVisible();
        }
        String later = after.isEmpty() ? firstOf(choices).word() : after;
        VersionsOnFile.Choice newer = among(choices, key, later);
        VersionsOnFile.Choice older = among(choices, key, before.isEmpty() ? versions.before(key, later) : before);
        ModelFile is = versions.file(key, newer.word()).orElseThrow(NotVisible::new);
        ModelFile was = versions.file(key, older.word()).orElseThrow(NotVisible::new);
        model.addAttribute("name", is.name(key));
        model.addAttribute("key", key);
        model.addAttribute("address", ModelPages.address(key));
        model.addAttribute("choices", choices);
        model.addAttribute("before", older);
        model.addAttribute("after", newer);
        model.addAttribute("drawnAs", drawnAs(key.kind()));
        boolean same = Arrays.equals(was.content(), is.content());
        model.addAttribute("same", same);
        ModelComparison comparison =
                ModelComparison.of(source(was), source(is), versions::formName).orElse(null);
        model.addAttribute("comparison", comparison);
        model.addAttribute("counts", comparison == null ? "" : counts(comparison.differences()));
        return "models/comparison";
    }

    /** The one of the word; one that is not offered, such as a draft that has gone live, is from now on. */
    private VersionsOnFile.Choice among(List<VersionsOnFile.Choice> choices, ModelKey key, String word) {
        return choices.stream()
                .filter(choice -> choice.word().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    VersionsOnFile.Choice found = versions.find(key, word).orElseThrow(NotVisible::new);
                    choices.add(found);
                    return found;
                });
    }

    private static VersionsOnFile.Choice firstOf(List<VersionsOnFile.Choice> choices) {
        return choices.stream().filter(VersionsOnFile.Choice::first).findFirst().orElse(choices.get(0));
    }

    private static String drawnAs(ModelKind kind) {
        return switch (kind) {
            case PROCESS -> "process";
            case DECISION, REQUIREMENTS -> "decision";
            case FORM -> "form";
        };
    }

    private static String counts(List<Difference> differences) {
        Map<Difference.Sign, Long> counted =
                differences.stream().collect(Collectors.groupingBy(Difference::sign, Collectors.counting()));
        return Arrays.stream(Difference.Sign.values())
                .filter(counted::containsKey)
                .map(sign -> switch (sign) {
                            case ADDED -> "新增";
                            case REMOVED -> "删去";
                            case CHANGED -> "改动";
                        }
                        + counted.get(sign) + "处")
                .collect(Collectors.joining("，"));
    }

    private static ModelSource source(ModelFile file) {
        return new ModelSource(file.resource(), file.content());
    }

    /** The file as it is, for whoever draws or keeps it. */
    @GetMapping("/versions/{version}")
    ResponseEntity<byte[]> file(@PathVariable String kind, @PathVariable String id, @PathVariable String version) {
        user.require(READERS);
        ModelKey key = new ModelKey(ModelPages.kind(kind), id);
        return asDownload(versions.file(key, version).orElseThrow(NotVisible::new));
    }

    /** Never as something that a browser would show. */
    static ResponseEntity<byte[]> asDownload(ModelFile file) {
        String name = file.resource().substring(file.resource().lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }
}
