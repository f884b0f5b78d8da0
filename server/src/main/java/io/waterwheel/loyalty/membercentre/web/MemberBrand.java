package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.media.Schema;

/// What the pages must know of a brand before anybody signs in.
///
/// @param fractionDigits of the currency's minor unit
/// @param wechat         whether one can sign in through WeChat
/// @param phone          whether one can sign in by a code
@Schema(name = "MemberBrand")
record MemberBrand(
        String key, String name, String currency, int fractionDigits, String zone, boolean wechat, boolean phone) {}
