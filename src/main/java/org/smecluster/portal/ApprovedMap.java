package org.smecluster.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * A map that may be published: a picture that the authority for maps has approved, with its 审图号 (地图管理条例: none is shown
 * without). Nothing is drawn of boundaries here; where file or number is missing there is none.
 */
@Component
class ApprovedMap {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovedMap.class);

    private static final Map<String, MediaType> PICTURES = Map.of(
            "png", MediaType.IMAGE_PNG,
            "jpg", MediaType.IMAGE_JPEG,
            "jpeg", MediaType.IMAGE_JPEG,
            "webp", MediaType.parseMediaType("image/webp"));

    /** @param approvalNumber 审图号 as it is printed beside the map */
    record Shown(Path file, MediaType type, String approvalNumber) {}

    private final Shown shown;

    ApprovedMap(
            @Value("${smecluster.portal.map.file:}") String file,
            @Value("${smecluster.portal.map.approval-number:}") String approvalNumber) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean there = PICTURES.containsKey(ending) && Files.isReadable(Path.of(file));
        shown = there && !approvalNumber.isBlank()
                ? new Shown(Path.of(file), PICTURES.get(ending), approvalNumber.strip())
                : null;
        if (shown == null && !(file + approvalNumber).isBlank()) {
            LOG.warn("公开门户不显示地图：smecluster.portal.map.file 应为可读的 png、jpg 或 webp 图片，并同时给出 "
                    + "smecluster.portal.map.approval-number（审图号）");
        }
    }

    Optional<Shown> shown() {
        return Optional.ofNullable(shown);
    }
}
