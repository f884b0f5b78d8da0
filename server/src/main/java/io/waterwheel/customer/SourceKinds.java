package io.waterwheel.customer;

import io.waterwheel.kernel.BrandId;
import java.util.Map;
import org.jooq.DSLContext;

/// Which sources a brand has. Told by the modules that take events in, because they make the sources.
public interface SourceKinds {

    /// The kind of each source, by its name: `http`, `kafka`, `connector`, `file`, `wecom`.
    Map<String, String> of(DSLContext database, BrandId brand);
}
