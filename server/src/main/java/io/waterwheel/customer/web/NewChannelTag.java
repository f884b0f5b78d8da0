package io.waterwheel.customer.web;

import io.waterwheel.customer.TagId;

/// A tag that a channel gives.
///
/// @param kind `state` for the mark of a WeCom contact way, `source` for the name of a source
record NewChannelTag(String kind, String mark, TagId tagId) {}
