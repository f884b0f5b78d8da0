package io.waterwheel.access.web;

import io.waterwheel.access.account.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is absent stays as it is.
///
/// @param stores the codes of the stores where a guide works, by the brand's key; brands that are not named stay
record AccountChange(
        @Nullable String displayName,
        @Nullable Role role,
        @Nullable Boolean disabled,
        @Nullable Boolean mayLookUp,
        @Nullable Boolean mayDownload,
        @Nullable Map<String, List<String>> stores) {}
