package io.waterwheel.customer.web;

import io.waterwheel.customer.TagId;

/// How many customers have a tag.
record TagCount(TagId tagId, long customers) {}
