package io.waterwheel.loyalty.membercentre.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// A brand's own text, as it was published.
///
/// @param version what is kept with each consent
@Schema(name = "MemberTermsVersion")
public record TermsVersion(String version, String zh, String en, String publishedBy, Instant publishedAt) {}
