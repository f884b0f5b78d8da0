package io.waterwheel.touch;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import java.util.Map;

/// Which templates a brand has, for modules that ask for messages by template.
public interface TemplateNames {

    /// What the brand's templates are called, by id.
    Map<Long, String> templateNames(Brand brand);

    /// On which channels they go, by id.
    Map<Long, ChannelKind> templateChannels(Brand brand);
}
