package io.waterwheel.touch.send;

import io.waterwheel.touch.Call;

/// A call that is written down and has not been made.
///
/// @param dispatch the row it stands on
record PlannedCall(long dispatch, Call call) {}
