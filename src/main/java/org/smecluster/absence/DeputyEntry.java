package org.smecluster.absence;

import java.time.LocalDate;

/** A deputyship as somebody enters it; any part may be missing. */
public record DeputyEntry(String absent, String deputy, LocalDate from, LocalDate until, String reason) {}
