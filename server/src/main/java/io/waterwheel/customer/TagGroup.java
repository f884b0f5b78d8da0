package io.waterwheel.customer;

import java.util.List;

/// Tags that belong together.
///
/// @param single a customer has at most one of them: the one put on last; never changed
/// @param wecom  kept in step with WeCom's corp tags; tags that carry a value are not
/// @param tags   by name
public record TagGroup(TagGroupId id, String name, boolean single, boolean wecom, List<Tag> tags) {}
