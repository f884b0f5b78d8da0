package io.waterwheel.simulator.wecom;

import java.util.Map;

/// Answers one call with the fields that follow `errcode` and `errmsg`.
@FunctionalInterface
interface Endpoint {
    /// @throws Refused with the errcode to answer
    Map<String, Object> answer(Call call);
}
