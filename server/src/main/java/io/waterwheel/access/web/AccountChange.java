package io.waterwheel.access.web;

import io.waterwheel.access.account.Role;
import org.jspecify.annotations.Nullable;

/// What is absent stays as it is.
record AccountChange(
        @Nullable String displayName,
        @Nullable Role role,
        @Nullable Boolean disabled,
        @Nullable Boolean mayLookUp,
        @Nullable Boolean mayDownload) {}
