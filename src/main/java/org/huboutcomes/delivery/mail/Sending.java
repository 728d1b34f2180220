package org.huboutcomes.delivery.mail;

/// One report that is owed to one contact.
public record Sending(String edition, String network, String hub, int timePeriod, String contact, String messageId) {}
