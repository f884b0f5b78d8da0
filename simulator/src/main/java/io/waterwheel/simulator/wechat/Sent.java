package io.waterwheel.simulator.wechat;

/// One message that reached somebody.
///
/// @param way template, custom or subscribe
/// @param text the text, or the fields of a template as `name=value`, a line each
public record Sent(String appId, String openid, String way, String template, String text, String url) {}
