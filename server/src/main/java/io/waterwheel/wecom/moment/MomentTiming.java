package io.waterwheel.wecom.moment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param perMinute moments a corp may create in a minute (WeCom doc path/95094)
/// @param perMonth  and in a calendar month of the brand
/// @param guides    guides one moment may name
/// @param settle    how long after a broken call its moment is sure to be in WeCom's list: it is made by a
///                  job
/// @param time      how long guides have to publish it
@ConfigurationProperties("waterwheel.wecom.moments")
record MomentTiming(
        @DefaultValue("10") int perMinute,
        @DefaultValue("100000") int perMonth,
        @DefaultValue("100000") int guides,
        @DefaultValue("3m") Duration settle,
        @DefaultValue("3d") Duration time) {}
