package coop.artel.access;

/** Somebody is to do an officer's work for a while; nothing waits for a second person any more. */
public record DeputyNamed(Substitution substitution) {}
