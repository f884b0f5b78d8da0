package io.waterwheel.loyalty.membercentre.signin;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Forgets codes, counts and journeys to WeChat that are over.
@Component
class SignInSweep extends Sweep {

    private final PhoneCodes codes;
    private final SignInRoom room;
    private final WechatSignIns wechat;

    SignInSweep(PhoneCodes codes, SignInRoom room, WechatSignIns wechat) {
        super("member-sign-in", "member.sign-in.sweep", RARELY);
        this.codes = codes;
        this.room = room;
        this.wechat = wechat;
    }

    @Override
    protected void look() {
        codes.forgetOld();
        room.forgetOld();
        wechat.forgetOld();
    }
}
