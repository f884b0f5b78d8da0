package io.waterwheel.wecom.handtask;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param time      how long guides have for a task; longer than a weekend
/// @param tellEvery a guide is told of new tasks at most so often, well below the 30 messages a minute that
///                  WeCom lets one member have from an app (doc path/90312)
@ConfigurationProperties("waterwheel.wecom.hand-tasks")
public record HandTaskTiming(
        @DefaultValue("3d") Duration time,
        @DefaultValue("1m") Duration tellEvery) {}
