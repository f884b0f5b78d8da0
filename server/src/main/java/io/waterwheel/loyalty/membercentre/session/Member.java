package io.waterwheel.loyalty.membercentre.session;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;

/// Who asks: a member who is signed in at a brand. A controller takes one as a parameter, and then nobody
/// else gets in.
public record Member(Brand brand, CustomerNo customer) {}
