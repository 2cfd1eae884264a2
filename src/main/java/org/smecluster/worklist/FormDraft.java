package org.smecluster.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a person entered in a form and did not submit.
 *
 * @param values by field key, as the form had them; null where a field was emptied
 * @param dropped labels of the fields that the form, as it stands now, no longer takes such a value in
 */
public record FormDraft(Instant savedAt, Map<String, Object> values, List<String> dropped) {}
