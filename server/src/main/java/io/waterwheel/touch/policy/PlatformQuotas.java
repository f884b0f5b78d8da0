package io.waterwheel.touch.policy;

import io.waterwheel.customer.ChannelKind;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What platforms allow, by the channel's code.
@ConfigurationProperties("waterwheel.touch")
public record PlatformQuotas(@DefaultValue Map<String, Quota> quotas) {

    /// @param customerMonth messages one customer may get in a calendar month of the brand; 0: the platform
    ///                      sets none
    /// @param senderDay     calls in the name of one guide on one day of the brand; 0: the platform sets none
    public record Quota(
            @DefaultValue("0") int customerMonth,
            @DefaultValue("0") int senderDay) {

        static final Quota NONE = new Quota(0, 0);
    }

    public Quota of(ChannelKind channel) {
        return quotas.getOrDefault(channel.code(), Quota.NONE);
    }
}
