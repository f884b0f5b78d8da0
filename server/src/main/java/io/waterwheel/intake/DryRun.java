package io.waterwheel.intake;

import java.util.List;

/// What a file would bring, found out without writing any of it. What is in already is counted as if it were new.
///
/// @param sample the first records that would come in
public record DryRun(ImportCounts counts, List<SampleRecord> sample) {}
