package io.waterwheel.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an installation may set about the exchange.
///
/// @param privateAddresses whether webhooks may go to addresses inside one's own network; without it whoever sets a
///                         webhook up could make this server speak to machines that only it can reach
@ConfigurationProperties("waterwheel.exchange")
public record ExchangeProperties(@DefaultValue("false") boolean privateAddresses) {}
