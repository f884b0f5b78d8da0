package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import java.util.Set;

/// Who merged or came apart after a mark: whoever keeps a set of numbers looks these up again, and no others.
///
/// @param mark      what to ask with next time
/// @param customers both sides of each change, by the numbers they carried then
public record IdentityMoves(long mark, Set<CustomerNo> customers) {}
