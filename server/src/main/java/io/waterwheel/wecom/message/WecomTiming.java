package io.waterwheel.wecom.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param settle how long after a broken call its message is sure to be in WeCom's list, or never will be;
///               longer than the client waits for an answer
/// @param late   whatever waits longer than this for a guide is shown as late
@ConfigurationProperties("waterwheel.wecom")
public record WecomTiming(
        @DefaultValue("45s") Duration settle,
        @DefaultValue("4h") Duration late) {}
