package org.smecluster.message;

/** Whether readers of a kind get notices of a topic by a way. */
public record Route(Topic topic, Reader reader, Channel channel, boolean wanted) {}
