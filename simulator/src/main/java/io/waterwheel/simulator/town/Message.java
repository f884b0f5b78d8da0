package io.waterwheel.simulator.town;

import java.util.List;

/// A message as people receive it.
///
/// @param key the msgid of a mass message or the Message-ID of a letter
/// @param sender a guide's userid or an e-mail address
/// @param subject empty for WeCom
/// @param links http(s) addresses that can be followed, in reading order
public record Message(String key, Channel channel, String sender, String subject, String text, List<String> links) {}
