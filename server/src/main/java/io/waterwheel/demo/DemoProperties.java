package io.waterwheel.demo;

import io.waterwheel.demo.world.DemoWorld;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether and how the demo brand is seeded.
///
/// @param simulatorUrl where the WeCom simulator listens, without a trailing slash
/// @param size         how many customers the brand gets
/// @param seed         decides everything about it
@ConfigurationProperties("waterwheel.demo")
record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("http://127.0.0.1:8089") URI simulatorUrl,
        @DefaultValue("" + DemoWorld.USUAL_SIZE) int size,
        @DefaultValue("20") long seed) {}
