package org.smecluster.material;

/**
 * A field of the sheet 基本情况 as it was filled in.
 *
 * @param unit null where it has none
 * @param value a share as per cent; null where nothing was given
 */
public record FilledField(String label, String unit, Object value) {}
