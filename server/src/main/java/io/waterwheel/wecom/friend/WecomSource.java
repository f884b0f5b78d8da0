package io.waterwheel.wecom.friend;

import io.waterwheel.customer.SourceKinds;
import io.waterwheel.kernel.BrandId;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// WeCom reports under one name for all brands.
@Component
class WecomSource implements SourceKinds {

    static final String NAME = "wecom";

    @Override
    public Map<String, String> of(DSLContext database, BrandId brand) {
        return Map.of(NAME, "wecom");
    }
}
