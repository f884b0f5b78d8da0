package io.waterwheel.access.web;

import io.waterwheel.access.account.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// @param stores the codes of the stores where a guide works, by the brand's key
record NewAccount(
        String username,
        String displayName,
        Role role,
        @Nullable Map<String, List<String>> stores) {

    Map<String, List<String>> workplaces() {
        return stores == null ? Map.of() : stores;
    }
}
