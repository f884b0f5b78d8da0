package io.waterwheel.loyalty.programme.saved;

import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import java.time.Instant;

/// A published programme.
///
/// @param publishedAt from when on it counts
public record ProgrammeVersion(int version, ProgrammeDefinition definition, Instant publishedAt, String publishedBy) {}
