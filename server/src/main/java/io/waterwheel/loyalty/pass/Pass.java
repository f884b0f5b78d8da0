package io.waterwheel.loyalty.pass;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// @param text  what the QR code says
/// @param until when it is of no use any more
@Schema(name = "Pass")
public record Pass(String text, Instant until) {}
