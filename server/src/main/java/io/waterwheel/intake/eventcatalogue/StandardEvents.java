package io.waterwheel.intake.eventcatalogue;

import static io.waterwheel.intake.eventcatalogue.Shape.BOOLEAN;
import static io.waterwheel.intake.eventcatalogue.Shape.NUMBER;
import static io.waterwheel.intake.eventcatalogue.Shape.TEXT;
import static io.waterwheel.intake.eventcatalogue.Shape.TIME;
import static io.waterwheel.intake.eventcatalogue.StandardProperty.optional;
import static io.waterwheel.intake.eventcatalogue.StandardProperty.required;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The standard events of retail. Browsing, carts and orders are those of Segment's e-commerce specification,
/// version 2 (segment.com/docs/connections/spec/ecommerce/v2, read in November 2026); what that lacks is named in
/// its manner. `docs/events/*.json` are written from here.
public final class StandardEvents {

    private static final List<StandardProperty> PRODUCT = List.of(
            required("product_id", TEXT, "商品编码", "The product's code"),
            optional("sku", TEXT, "规格编码", "Stock keeping unit"),
            optional("name", TEXT, "商品名", "The product's name"),
            optional("category", TEXT, "类目", "Category"),
            optional("brand", TEXT, "商品品牌", "The product's brand"),
            optional("variant", TEXT, "款式", "Variant"),
            optional("price", NUMBER, "单价，主单位", "One unit's price, in the major unit"),
            optional("quantity", NUMBER, "数量", "Quantity"),
            optional("coupon", TEXT, "优惠券", "Coupon"),
            optional("position", NUMBER, "在列表中的位置", "Place in the list"),
            optional("url", TEXT, "商品页网址", "The product page's address"),
            optional("image_url", TEXT, "图片网址", "The picture's address"));

    private static final StandardProperty PRODUCTS = optional("products", new Shape.ListOf(PRODUCT), "商品", "Products");
    private static final StandardProperty CURRENCY =
            optional("currency", TEXT, "币种，ISO 4217；不写按品牌", "Currency, ISO 4217; the brand's when absent");
    private static final StandardProperty CART = optional("cart_id", TEXT, "购物车编号", "The cart's number");
    private static final StandardProperty STORE = optional("store", TEXT, "门店编号", "The store's id");
    private static final StandardProperty GUIDE = optional("guide", TEXT, "导购的 userid", "The guide's userid");
    private static final StandardProperty CHANNEL =
            required("channel", TEXT, "渠道：wecom、email …", "Channel: wecom, email …");
    private static final StandardProperty BROADCAST =
            optional("broadcast", NUMBER, "群发编号；单条消息没有", "The broadcast's number; none of a single message");
    private static final StandardProperty MESSAGE_KEY =
            optional("message", TEXT, "单条消息的键；群发没有", "A single message's key; none of a broadcast");
    private static final StandardProperty TEMPLATE =
            optional("template", NUMBER, "单条消息的模板编号", "The number of a single message's template");

    private static final List<StandardProperty> POINTS = List.of(
            required("points", NUMBER, "积分", "Points"),
            optional("reason", TEXT, "原因", "Why"),
            optional("order_id", TEXT, "订单号", "The order's number"));

    private static final List<StandardProperty> IN_APP = List.of(
            required("app", TEXT, "应用的 AppID", "The app's id"),
            required("channel", TEXT, "official_account 或 mini_program", "official_account or mini_program"));

    private static final List<StandardProperty> ORDER = List.of(
            required("order_id", TEXT, "订单号；退款时是退款单号", "The order's number; of a refund, the refund's own"),
            optional(
                    "total",
                    NUMBER,
                    "实付金额，主单位；不写按商品相加",
                    "What was paid, in the major unit; absent: the sum of the lines"),
            CURRENCY,
            STORE,
            optional(
                    "channel",
                    TEXT,
                    "销售渠道；不写按平台，再不然按来源",
                    "The way it was sold; the platform when absent, or else the source"),
            optional("subtotal", NUMBER, "商品小计", "Sum of the lines"),
            optional("shipping", NUMBER, "运费", "Shipping"),
            optional("tax", NUMBER, "税", "Tax"),
            optional("discount", NUMBER, "优惠金额", "Discount"),
            optional("coupon", TEXT, "优惠券", "Coupon"),
            optional("affiliation", TEXT, "店铺", "The shop it was placed in"),
            PRODUCTS);

    private static final List<StandardProperty> REFUND = Stream.concat(
                    ORDER.stream(),
                    Stream.of(optional(
                            "refunded_order_id",
                            TEXT,
                            "退的是哪个订单；不写表示 order_id 就是原订单号",
                            "Which order it is of; absent: order_id is that order's")))
            .toList();

    private static final List<StandardProperty> CONSENT =
            List.of(CHANNEL, optional("purpose", TEXT, "目的：marketing 或 service", "Purpose: marketing or service"));

    private static final List<StandardProperty> SEGMENT = List.of(
            required("segment", TEXT, "人群编号", "The segment's id"),
            required("name", TEXT, "人群名", "The segment's name"),
            required("evaluation", NUMBER, "第几次计算", "Which evaluation of the segment"));

    private static final List<StandardProperty> JOURNEY = List.of(
            required("journey", TEXT, "旅程编号", "The journey's id"),
            required("name", TEXT, "旅程名", "The journey's name"),
            required("version", NUMBER, "第几版", "The journey's version"),
            optional("reason", TEXT, "离开的原因", "Why it was left"),
            optional("control", BOOLEAN, "是否属于对照组", "Whether they are kept back to compare"),
            optional("signal", TEXT, "通知的名称", "What other systems know the signal by"));

    private static final List<StandardProperty> TIER = List.of(
            required("tier", TEXT, "等级编号", "The tier's id"),
            optional("tier_name", TEXT, "等级名称", "The tier's name"),
            optional("from", TEXT, "原等级编号", "The id of the tier before"),
            optional("missing", NUMBER, "还差多少", "What is missing to the tier"));

    private static final List<StandardProperty> TIER_GIFT = List.of(
            required("tier", TEXT, "等级编号", "The tier's id"),
            optional("tier_name", TEXT, "等级名称", "The tier's name"),
            required("until", TIME, "有效期至", "When it ends"));

    private static final List<StandardProperty> MEMBERSHIP = List.of(
            required("plan", TEXT, "付费会员方案编号", "The plan's id"),
            optional("plan_name", TEXT, "付费会员方案名称", "The plan's name"),
            optional("tier", TEXT, "附带的等级编号", "The id of the tier it lends"),
            optional("tier_name", TEXT, "附带的等级名称", "The name of the tier it lends"),
            required("from", TIME, "开始时间", "When it begins"),
            required("until", TIME, "有效期至", "When it ends"),
            optional("amount", NUMBER, "支付或退还的金额，主单位", "What was paid or given back, in the major unit"),
            optional("days", NUMBER, "还有几天", "In how many days"));

    private static final List<StandardProperty> MALL_ORDER = List.of(
            required("order", TEXT, "兑换单号", "The order's number"),
            required("item", TEXT, "商城商品编号", "The id of what was ordered"),
            required("name", TEXT, "商品名", "What was ordered"),
            required("kind", TEXT, "coupon、goods 或 code", "coupon, goods or code"),
            required("points", NUMBER, "积分", "Points"),
            optional("pieces", NUMBER, "件数", "How many pieces"),
            STORE);

    private static final List<StandardProperty> SHARED_ACCOUNT = List.of(
            required("account", TEXT, "共享账户编号", "The shared account's number"),
            required("kind", TEXT, "family 或 company", "family or company"));

    private static final List<StandardProperty> MESSAGE = List.of(BROADCAST, MESSAGE_KEY, TEMPLATE, CHANNEL);

    private static final List<StandardProperty> COUPON_MOVE = List.of(
            required("coupon", NUMBER, "券编号；不是券码", "The coupon's number; not its code"),
            required("template", TEXT, "券模板编号", "The template's id"),
            required("name", TEXT, "券名", "The coupon's name"),
            required(
                    "kind",
                    TEXT,
                    "amount、percent、gift、exchange 或 shipping",
                    "amount, percent, gift, exchange or shipping"),
            optional("amount", NUMBER, "抵扣金额，主单位", "What it took off, in the major unit"),
            optional("order_id", TEXT, "订单号", "The order's number"),
            STORE,
            optional("valid_until", TIME, "有效期至", "When it ends"),
            optional("usable", BOOLEAN, "退回后是否还能使用", "Whether it can be used again"));

    private static final List<StandardProperty> CHAT = List.of(
            GUIDE,
            optional("channel", TEXT, "渠道", "Channel"),
            optional("kind", TEXT, "类型：text、image、voice …", "Kind: text, image, voice …"),
            optional("group", TEXT, "群编号，群聊时", "The group's id, in a group"));

    public static final List<StandardEvent> ALL = List.of(
            browsing(
                    "Page Viewed",
                    "浏览页面",
                    "A page was viewed",
                    List.of(
                            optional("name", TEXT, "页面名", "The page's name"),
                            optional("url", TEXT, "网址", "Address"),
                            optional("path", TEXT, "路径", "Path"),
                            optional("title", TEXT, "标题", "Title"),
                            optional("referrer", TEXT, "从哪里来", "Where from")),
                    "page_view",
                    "浏览页面"),
            browsing(
                    "Screen Viewed",
                    "浏览屏幕",
                    "An app's screen was viewed",
                    List.of(optional("name", TEXT, "屏幕名", "The screen's name")),
                    "screen_view"),
            browsing(
                    "Products Searched",
                    "搜索商品",
                    "Products were searched",
                    List.of(required("query", TEXT, "搜索词", "What was searched")),
                    "search",
                    "搜索"),
            browsing(
                    "Product List Viewed",
                    "浏览商品列表",
                    "A list of products was viewed",
                    List.of(
                            optional("list_id", TEXT, "列表编号", "The list's id"),
                            optional("category", TEXT, "类目", "Category"),
                            PRODUCTS),
                    "Viewed Product Category",
                    "view_item_list"),
            browsing(
                    "Product List Filtered",
                    "筛选商品列表",
                    "A list of products was filtered",
                    List.of(
                            optional("list_id", TEXT, "列表编号", "The list's id"),
                            optional("category", TEXT, "类目", "Category"))),
            browsing("Product Clicked", "点击商品", "A product in a list was clicked", PRODUCT, "select_item"),
            browsing("Product Viewed", "浏览商品", "A product was viewed", PRODUCT, "view_item", "商品浏览"),
            browsing(
                    "Product Shared",
                    "分享商品",
                    "A product was shared",
                    List.of(
                            required("product_id", TEXT, "商品编码", "The product's code"),
                            optional("share_via", TEXT, "分享到", "By which way"))),
            browsing(
                    "Product Reviewed",
                    "评价商品",
                    "A product was reviewed",
                    List.of(
                            required("product_id", TEXT, "商品编码", "The product's code"),
                            optional("rating", NUMBER, "评分", "Rating"))),
            browsing(
                    "Promotion Viewed",
                    "看到活动",
                    "A promotion was seen",
                    List.of(
                            required("promotion_id", TEXT, "活动编号", "The promotion's id"),
                            optional("name", TEXT, "活动名", "The promotion's name"),
                            optional("position", TEXT, "位置", "Place")),
                    "view_promotion"),
            browsing(
                    "Promotion Clicked",
                    "点击活动",
                    "A promotion was clicked",
                    List.of(
                            required("promotion_id", TEXT, "活动编号", "The promotion's id"),
                            optional("name", TEXT, "活动名", "The promotion's name"),
                            optional("position", TEXT, "位置", "Place")),
                    "select_promotion"),
            cart("Product Added", "加入购物车", "A product went into the cart", with(CART, PRODUCT), "add_to_cart", "加购"),
            cart("Product Removed", "移出购物车", "A product left the cart", with(CART, PRODUCT), "remove_from_cart"),
            cart("Cart Viewed", "查看购物车", "The cart was viewed", List.of(CART, PRODUCTS), "view_cart"),
            cart(
                    "Product Added to Wishlist",
                    "收藏商品",
                    "A product was put on a wish list",
                    PRODUCT,
                    "add_to_wishlist",
                    "收藏"),
            cart("Product Removed from Wishlist", "取消收藏", "A product left the wish list", PRODUCT),
            cart(
                    "Checkout Started",
                    "开始结算",
                    "Checkout was begun",
                    List.of(
                            optional("order_id", TEXT, "订单号", "The order's number"),
                            optional("value", NUMBER, "金额", "Value"),
                            CURRENCY,
                            PRODUCTS),
                    "begin_checkout",
                    "Started Order"),
            cart(
                    "Checkout Step Viewed",
                    "查看结算步骤",
                    "A step of checkout was viewed",
                    List.of(
                            optional("checkout_id", TEXT, "结算编号", "The checkout's id"),
                            optional("step", NUMBER, "第几步", "Which step"))),
            cart(
                    "Checkout Step Completed",
                    "完成结算步骤",
                    "A step of checkout was completed",
                    List.of(
                            optional("checkout_id", TEXT, "结算编号", "The checkout's id"),
                            optional("step", NUMBER, "第几步", "Which step"))),
            cart(
                    "Payment Info Entered",
                    "填写支付信息",
                    "Payment was chosen",
                    List.of(
                            optional("checkout_id", TEXT, "结算编号", "The checkout's id"),
                            optional("payment_method", TEXT, "支付方式", "Way of payment")),
                    "add_payment_info"),
            cart(
                    "Coupon Applied",
                    "用上优惠券",
                    "A coupon was applied",
                    List.of(
                            required("coupon_id", TEXT, "优惠券编号", "The coupon's id"),
                            optional("discount", NUMBER, "优惠金额", "Discount"))),
            event(
                    EventNames.ORDER_COMPLETED,
                    Topic.ORDER,
                    "完成订单（已支付）",
                    "An order was paid",
                    ORDER,
                    "purchase",
                    "支付成功",
                    "订单支付",
                    "下单支付"),
            event("Order Placed", Topic.ORDER, "下单（未支付）", "An order was placed, not paid yet", ORDER, "下单"),
            event("Order Updated", Topic.ORDER, "订单变更", "An order was changed", ORDER),
            event("Order Shipped", Topic.ORDER, "订单发货", "An order was shipped", ORDER, "发货"),
            event("Order Received", Topic.ORDER, "确认收货", "An order was received", ORDER, "确认收货"),
            event(
                    EventNames.ORDER_REFUNDED,
                    Topic.ORDER,
                    "订单退款",
                    "An order was refunded",
                    REFUND,
                    "refund",
                    "退款",
                    "退款成功"),
            event("Order Cancelled", Topic.ORDER, "取消订单", "An order was cancelled", ORDER, "Order Canceled", "取消订单"),
            event("Member Joined", Topic.PERSON, "入会", "Became a member", List.of(), "入会"),
            event("Tag Added", Topic.PERSON, "打上标签", "Was given a tag", List.of()),
            event("Tag Removed", Topic.PERSON, "去掉标签", "Lost a tag", List.of()),
            event(EventNames.SEGMENT_ENTERED, Topic.PERSON, "进入人群", "Entered a segment", SEGMENT),
            event(EventNames.SEGMENT_LEFT, Topic.PERSON, "离开人群", "Left a segment", SEGMENT),
            event(EventNames.JOURNEY_ENTERED, Topic.PERSON, "进入旅程", "Came into a journey", JOURNEY),
            event(EventNames.JOURNEY_GOAL_REACHED, Topic.PERSON, "达成旅程目标", "Reached a journey's goal", JOURNEY),
            event(EventNames.JOURNEY_EXITED, Topic.PERSON, "离开旅程", "Left a journey", JOURNEY),
            event(EventNames.JOURNEY_SIGNALLED, Topic.PERSON, "旅程通知外部系统", "A journey told other systems", JOURNEY),
            event("Quiet Preference Set", Topic.PERSON, "设置免打扰", "Said when to be left alone", List.of()),
            event("Person Erased", Topic.PERSON, "删除个人信息", "A person was erased", List.of()),
            event("Erased", Topic.PERSON, "主人已被删除的事件", "An event whose person was erased", List.of()),
            event("Customers Merged", Topic.PERSON, "合并客户", "Customers were merged", List.of()),
            event("Customers Separated", Topic.PERSON, "拆分客户", "Customers were separated", List.of()),
            event("Same Person Confirmed", Topic.PERSON, "确认为同一人", "Confirmed to be one person", List.of()),
            event("Different People Confirmed", Topic.PERSON, "确认不是同一人", "Confirmed to be different", List.of()),
            event(
                    "Attributes Decided",
                    Topic.PERSON,
                    "按来源优先级重新取值",
                    "Attributes follow a new source priority",
                    List.of()),
            event("Events Retracted", Topic.PERSON, "收回事件", "Events were taken back", List.of()),
            event(
                    EventNames.IDENTIFIED,
                    Topic.PERSON,
                    "认出客户（identify 调用）",
                    "Who somebody is (the identify call)",
                    List.of()),
            event("Group Joined", Topic.PERSON, "加入组织（group 调用）", "Joined an organisation (the group call)", List.of()),
            event("Group Left", Topic.PERSON, "离开组织或客户群", "Left an organisation or a group chat", List.of()),
            event("Customer Referred", Topic.PERSON, "由老客推荐而来", "Was brought by another customer", List.of()),
            event(EventNames.REFERRAL_MADE, Topic.LOYALTY, "推荐了朋友", "Brought a friend who joined", List.of()),
            event("Aliased", Topic.PERSON, "换了编号（alias 调用）", "Got another id (the alias call)", List.of()),
            event(EventNames.CONSENT_GRANTED, Topic.PERSON, "同意接收", "Agreed to be written to", CONSENT),
            event(EventNames.CONSENT_WITHDRAWN, Topic.PERSON, "撤回同意", "Withdrew consent", CONSENT, "Unsubscribed"),
            event(
                    EventNames.FRIEND_ADDED,
                    Topic.WECOM,
                    "加了导购好友",
                    "Became a guide's friend",
                    List.of(
                            required("guide", TEXT, "导购的 userid", "The guide's userid"),
                            optional("add_way", NUMBER, "添加方式", "By which way"),
                            optional("state", TEXT, "活码的渠道", "The live code's channel"),
                            optional("name", TEXT, "昵称", "Nickname"))),
            event(
                    EventNames.FRIEND_REMOVED,
                    Topic.WECOM,
                    "删了导购好友",
                    "Ended being a guide's friend",
                    List.of(required("guide", TEXT, "导购的 userid", "The guide's userid"))),
            event(EventNames.ACCOUNT_FOLLOWED, Topic.MESSAGE, "关注了公众号", "Follows an official account", IN_APP),
            event(EventNames.ACCOUNT_UNFOLLOWED, Topic.MESSAGE, "取消关注公众号", "Follows it no longer", IN_APP),
            event(
                    EventNames.SUBSCRIPTION_ALLOWED,
                    Topic.MESSAGE,
                    "允许小程序发一次消息",
                    "Allows a mini-program one message",
                    IN_APP),
            event(
                    EventNames.CODE_SCANNED,
                    Topic.WECOM,
                    "扫码",
                    "Scanned a code",
                    List.of(
                            required("code", TEXT, "活码编号", "The code's id"),
                            optional("channel", TEXT, "渠道", "Channel"),
                            STORE,
                            GUIDE),
                    "扫码",
                    "QR Code Scanned"),
            event(EventNames.CHAT_MESSAGE_RECEIVED, Topic.WECOM, "客户发来消息", "The customer wrote to us", CHAT),
            event(EventNames.CHAT_MESSAGE_SENT, Topic.WECOM, "导购发出消息", "A guide wrote to the customer", CHAT),
            event(EventNames.MESSAGE_SENT, Topic.MESSAGE, "已发送", "A message was sent", MESSAGE),
            event(EventNames.MESSAGE_DELIVERED, Topic.MESSAGE, "已送达", "A message was delivered", MESSAGE),
            event(EventNames.MESSAGE_FAILED, Topic.MESSAGE, "发送失败", "A message could not be sent", MESSAGE),
            event(EventNames.LINK_CLICKED, Topic.MESSAGE, "点了链接", "A link in a message was clicked", MESSAGE),
            event(EventNames.COUPON_ISSUED, Topic.LOYALTY, "得到优惠券", "A coupon was issued", COUPON_MOVE),
            event(EventNames.COUPON_REDEEMED, Topic.LOYALTY, "核销优惠券", "A coupon was redeemed", COUPON_MOVE),
            event(
                    EventNames.COUPON_RETURNED,
                    Topic.LOYALTY,
                    "优惠券随退款退回",
                    "A coupon came back with a refund",
                    COUPON_MOVE),
            event(EventNames.COUPON_EXPIRING, Topic.LOYALTY, "优惠券将过期", "A coupon ends soon", COUPON_MOVE),
            event(EventNames.COUPON_EXPIRED, Topic.LOYALTY, "优惠券过期", "A coupon expired", COUPON_MOVE),
            event(
                    EventNames.COUPON_TRANSFERRED,
                    Topic.LOYALTY,
                    "收到转赠的优惠券",
                    "A coupon was handed on to the customer",
                    COUPON_MOVE),
            event(EventNames.COUPON_WITHDRAWN, Topic.LOYALTY, "优惠券被撤回", "A coupon was withdrawn", COUPON_MOVE),
            event(
                    EventNames.POINTS_EARNED,
                    Topic.LOYALTY,
                    "获得积分",
                    "Points were earned",
                    List.of(
                            required("points", NUMBER, "积分", "Points"),
                            optional("reason", TEXT, "原因", "Why"),
                            optional("order_id", TEXT, "订单号", "The order's number"),
                            optional("expires_at", TIME, "何时过期", "When they expire")),
                    "积分获得"),
            event(
                    EventNames.POINTS_REDEEMED,
                    Topic.LOYALTY,
                    "使用积分",
                    "Points were spent",
                    List.of(
                            required("points", NUMBER, "积分", "Points"),
                            optional("reason", TEXT, "原因", "Why"),
                            optional("order_id", TEXT, "订单号", "The order's number")),
                    "Points Spent",
                    "积分使用"),
            event(
                    "Points Opened",
                    Topic.LOYALTY,
                    "期初积分",
                    "Opening balance of points",
                    List.of(optional("points", NUMBER, "积分", "Points"))),
            event(
                    EventNames.POINTS_EXPIRED,
                    Topic.LOYALTY,
                    "积分过期",
                    "Points expired",
                    List.of(required("points", NUMBER, "积分", "Points"))),
            event(EventNames.TIER_UPGRADED, Topic.LOYALTY, "升级", "Reached a tier", TIER),
            event(EventNames.TIER_DOWNGRADED, Topic.LOYALTY, "降级", "Lost a tier", TIER),
            event(EventNames.TIER_KEPT, Topic.LOYALTY, "保级", "Kept a tier", TIER),
            event(EventNames.TIER_WITHIN_REACH, Topic.LOYALTY, "接近升级", "Is near to a tier", TIER),
            event(EventNames.TIER_GIVEN, Topic.LOYALTY, "获赠等级", "Was given a tier", TIER_GIFT),
            event(EventNames.TIER_GIFT_ENDED, Topic.LOYALTY, "获赠等级到期", "A tier that was given ended", TIER_GIFT),
            event(EventNames.MEMBERSHIP_BOUGHT, Topic.LOYALTY, "开通付费会员", "Bought a membership", MEMBERSHIP),
            event(EventNames.MEMBERSHIP_RENEWED, Topic.LOYALTY, "续费付费会员", "Renewed a membership", MEMBERSHIP),
            event(EventNames.MEMBERSHIP_REFUNDED, Topic.LOYALTY, "付费会员退费", "A membership was refunded", MEMBERSHIP),
            event(EventNames.MEMBERSHIP_ENDING, Topic.LOYALTY, "付费会员将到期", "A membership ends soon", MEMBERSHIP),
            event(EventNames.MEMBERSHIP_ENDED, Topic.LOYALTY, "付费会员到期", "A membership ended", MEMBERSHIP),
            event(EventNames.MALL_ORDER_PLACED, Topic.LOYALTY, "积分兑换", "Ordered in the points mall", MALL_ORDER),
            event(
                    EventNames.MALL_ORDER_FULFILLED,
                    Topic.LOYALTY,
                    "兑换已发放",
                    "An order of the points mall was fulfilled",
                    MALL_ORDER),
            event(
                    EventNames.MALL_ORDER_CANCELLED,
                    Topic.LOYALTY,
                    "兑换已取消",
                    "An order of the points mall was cancelled",
                    MALL_ORDER),
            event(
                    EventNames.MALL_ORDER_RETURNED,
                    Topic.LOYALTY,
                    "兑换已退回",
                    "An order of the points mall came back",
                    MALL_ORDER),
            event(EventNames.SHARED_ACCOUNT_OPENED, Topic.LOYALTY, "开设共享账户", "Opened a shared account", SHARED_ACCOUNT),
            event(EventNames.SHARED_ACCOUNT_JOINED, Topic.LOYALTY, "加入共享账户", "Joined a shared account", SHARED_ACCOUNT),
            event(EventNames.SHARED_ACCOUNT_LEFT, Topic.LOYALTY, "退出共享账户", "Left a shared account", SHARED_ACCOUNT),
            event(EventNames.SHARED_ACCOUNT_CLOSED, Topic.LOYALTY, "关闭共享账户", "Closed a shared account", SHARED_ACCOUNT),
            event(
                    EventNames.CHECKED_IN,
                    Topic.LOYALTY,
                    "签到",
                    "Checked in",
                    List.of(
                            required("day", TEXT, "日期", "The day"),
                            required("streak", NUMBER, "连续第几天", "Which day in a row"),
                            optional("points", NUMBER, "积分", "Points"))),
            event(
                    EventNames.TASK_COMPLETED,
                    Topic.LOYALTY,
                    "完成任务",
                    "Completed a task",
                    List.of(
                            required("task", TEXT, "任务编号", "The task's id"),
                            required("name", TEXT, "任务名", "The task's name"),
                            optional("period", TEXT, "所属日、周或月的第一天", "The first day of its day, week or month"))),
            event(
                    EventNames.GROWTH_COMPLETED,
                    Topic.LOYALTY,
                    "完成成长计划",
                    "Completed a growth programme",
                    List.of(
                            required("programme", TEXT, "成长计划编号", "The growth programme's id"),
                            required("name", TEXT, "成长计划名", "The growth programme's name"))),
            event(
                    EventNames.DRAW_PLAYED,
                    Topic.LOYALTY,
                    "抽奖",
                    "Took part in a lucky draw",
                    List.of(
                            required("draw", TEXT, "抽奖编号", "The draw's id"),
                            required("name", TEXT, "抽奖名", "The draw's name"),
                            required("won", BOOLEAN, "是否中奖", "Whether they won"),
                            optional("prize", TEXT, "奖品", "The prize"))),
            event(
                    EventNames.MARKETPLACE_LINKED,
                    Topic.LOYALTY,
                    "绑定平台会员",
                    "An account on a marketplace was bound",
                    List.of(
                            required("marketplace", TEXT, "平台：tmall、douyin、jd", "The marketplace: tmall, douyin, jd"),
                            required("shop", TEXT, "店铺", "The shop"))),
            event(
                    EventNames.MARKETPLACE_UNLINKED,
                    Topic.LOYALTY,
                    "解绑平台会员",
                    "An account on a marketplace was unbound",
                    List.of(
                            required("marketplace", TEXT, "平台：tmall、douyin、jd", "The marketplace: tmall, douyin, jd"),
                            required("shop", TEXT, "店铺", "The shop"))),
            event(
                    EventNames.BENEFIT_GIVEN,
                    Topic.LOYALTY,
                    "发放权益",
                    "Was given a benefit",
                    List.of(
                            required("benefit", TEXT, "权益编号", "The benefit's id"),
                            required("name", TEXT, "权益名", "The benefit's name"),
                            required(
                                    "occasion",
                                    TEXT,
                                    "birthday、month、year、member-day 或 reached",
                                    "birthday, month, year, member-day or reached"),
                            optional("period", TEXT, "所属月或年的第一天", "The first day of its month or year"))),
            event(
                    EventNames.POINTS_EXPIRING,
                    Topic.LOYALTY,
                    "积分即将过期",
                    "Points will expire",
                    List.of(
                            required("points", NUMBER, "积分", "Points"),
                            required("expires_on", TEXT, "过期日期", "The day they expire"),
                            optional("days", NUMBER, "还有几天", "In how many days"))),
            event(EventNames.POINTS_FROZEN, Topic.LOYALTY, "积分冻结", "Points were kept back", POINTS),
            event(EventNames.POINTS_RELEASED, Topic.LOYALTY, "积分解冻", "Points kept back were given back", POINTS),
            event(EventNames.POINTS_TAKEN_BACK, Topic.LOYALTY, "积分收回", "Points earned were taken back", POINTS),
            event(EventNames.POINTS_GIVEN_BACK, Topic.LOYALTY, "积分退回", "Points spent were given back", POINTS),
            event(EventNames.POINTS_DEDUCTED, Topic.LOYALTY, "积分扣减", "Points were deducted by a person", POINTS));

    private static final Map<String, StandardEvent> BY_NAME =
            ALL.stream().collect(Collectors.toMap(StandardEvent::name, event -> event));

    private static final Map<String, StandardEvent> BY_SPELLING = bySpelling();

    private StandardEvents() {}

    /// The standard event of exactly this name.
    public static Optional<StandardEvent> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// The standard event that a name means, though it is written otherwise: `order_completed`, `OrderCompleted`,
    /// `Completed Order` (version 1 of the specification), `purchase` (Google Analytics). Empty for the name
    /// itself, which is not meant otherwise.
    public static Optional<StandardEvent> meant(String name) {
        return BY_NAME.containsKey(name) ? Optional.empty() : Optional.ofNullable(BY_SPELLING.get(words(name)));
    }

    private static Map<String, StandardEvent> bySpelling() {
        Map<String, StandardEvent> spellings = new HashMap<>();
        for (StandardEvent event : ALL) {
            Stream.concat(Stream.of(event.name()), event.spellings().stream())
                    .forEach(spelling -> spellings.putIfAbsent(words(spelling), event));
        }
        return Map.copyOf(spellings);
    }

    /// The words of a name in no order, whatever joins them.
    private static String words(String name) {
        String apart = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(apart.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static StandardEvent browsing(
            String name, String zh, String en, List<StandardProperty> properties, String... spellings) {
        return event(name, Topic.BROWSING, zh, en, properties, spellings);
    }

    private static StandardEvent cart(
            String name, String zh, String en, List<StandardProperty> properties, String... spellings) {
        return event(name, Topic.CART, zh, en, properties, spellings);
    }

    private static StandardEvent event(
            String name, Topic topic, String zh, String en, List<StandardProperty> properties, String... spellings) {
        return new StandardEvent(name, topic, new Text(zh, en), Set.of(spellings), properties);
    }

    private static List<StandardProperty> with(StandardProperty first, List<StandardProperty> rest) {
        List<StandardProperty> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
