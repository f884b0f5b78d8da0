package io.waterwheel.intake.source;

import static io.waterwheel.intake.generated.Tables.SOURCE;

import io.waterwheel.customer.SourceKinds;
import io.waterwheel.kernel.BrandId;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class KindsOfSources implements SourceKinds {

    @Override
    public Map<String, String> of(DSLContext database, BrandId brand) {
        return database.select(SOURCE.NAME, SOURCE.KIND)
                .from(SOURCE)
                .where(SOURCE.BRAND_ID.eq(brand.value()))
                .fetchMap(SOURCE.NAME, SOURCE.KIND);
    }
}
