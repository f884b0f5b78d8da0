package io.waterwheel.access;

import io.waterwheel.kernel.BrandId;

/// Asked before a brand's currency or time zone changes; a module that keeps orders answers.
public interface BrandUse {

    boolean hasOrders(BrandId brand);
}
