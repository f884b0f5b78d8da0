package io.waterwheel.loyalty.membercentre.signin;

/// What the sign-in page says beside its circles, kept with each consent.
final class Terms {

    static final String SERVICE = "同意会员条款和隐私说明：保存会员卡、积分、优惠券和订单，并通知与之有关的事项";
    static final String MARKETING = "愿意收到新品和优惠的消息，可随时关闭";

    private Terms() {}
}
