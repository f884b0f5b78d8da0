package io.waterwheel.touch.template;

import io.waterwheel.kernel.CustomerNo;

/// A template, saved or not, to be seen as one customer would see it.
public record PreviewRequest(NewTemplate template, CustomerNo customerNo) {}
