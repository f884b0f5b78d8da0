package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.StableShare;

/// The customer falls into certain of the ten thousand parts into which a key divides everybody. Who is in which part
/// never changes, so a hold-out is an exclusion that can be measured.
///
/// @param key  any word, exactly as it is written; another key divides independently
/// @param from the first part, 0 … 9,999
/// @param to   the part after the last, 1 … 10,000
@Schema(name = "ShareCondition")
public record ShareCondition(String key, int from, int to) implements Condition {

    static final int LONGEST_KEY = 100;

    public ShareCondition {
        InvalidCondition.when(key.isBlank(), "/key", Fault.BLANK);
        InvalidCondition.when(key.length() > LONGEST_KEY, "/key", Fault.TOO_LONG, LONGEST_KEY);
        InvalidCondition.when(
                from < 0 || from >= StableShare.PARTS, "/from", Fault.OUT_OF_RANGE, "0 … " + (StableShare.PARTS - 1));
        InvalidCondition.when(
                to <= from || to > StableShare.PARTS,
                "/to",
                Fault.OUT_OF_RANGE,
                (from + 1) + " … " + StableShare.PARTS);
    }

    /// What divides customers under the key; a broadcast's hold-out divides under another word, whatever the key.
    public StableShare division() {
        return new StableShare("share/" + key + "/");
    }

    /// Whether it is everybody.
    boolean whole() {
        return from == 0 && to == StableShare.PARTS;
    }
}
