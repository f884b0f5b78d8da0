package io.waterwheel.touch.email;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mail server of the installation, for brands that have not set up one of their own.
///
/// @param host     empty: there is none
/// @param security none, starttls or tls
@ConfigurationProperties("waterwheel.email")
record EmailDefaults(
        @DefaultValue("") String host,
        @DefaultValue("25") int port,
        @DefaultValue("none") String security,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("") String fromName) {}
