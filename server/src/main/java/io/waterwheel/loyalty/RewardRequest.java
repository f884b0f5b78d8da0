package io.waterwheel.loyalty;

import io.waterwheel.kernel.CustomerNo;

/// A customer is to be given something.
///
/// @param key    names the occasion within the brand, such as `journey/7/12`: the same on every try. What stands
///               before its first slash names the asking module
/// @param origin what it is for, in the words of whoever made it up, such as a journey's name; the member reads it
public record RewardRequest(String key, CustomerNo customer, RequestedReward reward, String origin) {

    public RewardRequest {
        if (key.indexOf('/') < 1 || key.length() > 200) {
            throw new IllegalArgumentException("a key has 1 to 200 characters and names who asks");
        }
    }
}
