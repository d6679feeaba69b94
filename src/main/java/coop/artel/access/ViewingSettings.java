package coop.artel.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How it is kept who looked at what.
 *
 * @param keep how long; never less than a year
 * @param again the same person at the same thing within this time is one look
 */
@ConfigurationProperties("artel.viewings")
record ViewingSettings(@DefaultValue("1826d") Duration keep, @DefaultValue("5m") Duration again) {}
