package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.intake.StoreNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Stores as members know them: by name, or by code where nobody told of the name.
@Component
class MemberStores {

    private final StoreNames names;

    MemberStores(StoreNames names) {
        this.names = names;
    }

    @Schema(name = "MemberStore")
    record Store(String code, String name) {}

    /// Those that were asked for.
    record Known(Map<String, String> names) {

        String name(String code) {
            return names.getOrDefault(code, code);
        }

        List<Store> of(Collection<String> codes) {
            return codes.stream().map(code -> new Store(code, name(code))).toList();
        }
    }

    Known known(Brand brand, Stream<String> codes) {
        return new Known(names.of(brand, codes.distinct().toList()));
    }
}
