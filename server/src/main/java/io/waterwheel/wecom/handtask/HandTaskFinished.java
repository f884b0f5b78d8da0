package io.waterwheel.wecom.handtask;

import io.waterwheel.kernel.BrandId;

/// A guide told what came of a task. Published in the transaction that writes it down.
///
/// @param request what asked for the task, by its key
public record HandTaskFinished(BrandId brand, String request) {}
