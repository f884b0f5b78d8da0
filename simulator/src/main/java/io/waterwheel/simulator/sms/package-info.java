/// An SMS gateway that takes signed batches over HTTP, keeps what it took, and brings receipts and replies
/// back.
@NullMarked
package io.waterwheel.simulator.sms;

import org.jspecify.annotations.NullMarked;
