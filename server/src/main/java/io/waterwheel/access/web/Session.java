package io.waterwheel.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the console needs to begin.
///
/// @param person null when nobody is signed in; there are no brands then
/// @param demo   whether this is a demonstration with a made-up brand
record Session(@Nullable Person person, List<BrandBody> brands, String version, boolean demo) {}
