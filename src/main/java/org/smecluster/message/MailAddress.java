package org.smecluster.message;

/** Where and when a person gets the notices by mail. */
public record MailAddress(String userId, String mail, MailMode mode) {}
