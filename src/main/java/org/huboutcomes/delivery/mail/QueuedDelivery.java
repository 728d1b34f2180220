package org.huboutcomes.delivery.mail;

/// One report to send to one contact.
public record QueuedDelivery(
        String edition, String network, String hub, int timePeriod, String contact, String messageId) {}
