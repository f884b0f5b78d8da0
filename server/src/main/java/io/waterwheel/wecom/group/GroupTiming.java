package io.waterwheel.wecom.group;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param perCall groups that one call may name (WeCom doc path/92135)
/// @param time    how long owners have to confirm or post
@ConfigurationProperties("waterwheel.wecom.groups")
record GroupTiming(
        @DefaultValue("2000") int perCall,
        @DefaultValue("3d") Duration time) {}
