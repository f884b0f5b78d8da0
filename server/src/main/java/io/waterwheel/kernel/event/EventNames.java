package io.waterwheel.kernel.event;

import java.util.Set;

/// The standard names; everything else a brand sends keeps the name it was sent with.
public final class EventNames {

    public static final String ORDER_COMPLETED = "Order Completed";
    public static final String ORDER_REFUNDED = "Order Refunded";
    public static final String ORDER_PLACED = "Order Placed";
    public static final String ORDER_SHIPPED = "Order Shipped";
    public static final String ORDER_RECEIVED = "Order Received";
    public static final String ORDER_CANCELLED = "Order Cancelled";
    public static final String IDENTIFIED = "Identified";

    /// Since when somebody is a member.
    public static final String MEMBER_JOINED = "Member Joined";

    /// The points a member had in the system before.
    public static final String POINTS_OPENED = "Points Opened";

    public static final String PAGE_VIEWED = "Page Viewed";
    public static final String SCREEN_VIEWED = "Screen Viewed";
    public static final String GROUP_JOINED = "Group Joined";
    public static final String GROUP_LEFT = "Group Left";
    public static final String ALIASED = "Aliased";
    public static final String FRIEND_ADDED = "Friend Added";
    public static final String FRIEND_REMOVED = "Friend Removed";

    /// Somebody follows an official account, or no longer.
    public static final String ACCOUNT_FOLLOWED = "Account Followed";

    public static final String ACCOUNT_UNFOLLOWED = "Account Unfollowed";

    /// Somebody allows a mini-program one message.
    public static final String SUBSCRIPTION_ALLOWED = "Subscription Allowed";

    public static final String CONSENT_GRANTED = "Consent Granted";
    public static final String CONSENT_WITHDRAWN = "Consent Withdrawn";
    public static final String QUIET_PREFERENCE_SET = "Quiet Preference Set";
    public static final String MESSAGE_SENT = "Message Sent";
    public static final String MESSAGE_DELIVERED = "Message Delivered";
    public static final String MESSAGE_FAILED = "Message Failed";
    public static final String LINK_CLICKED = "Link Clicked";
    public static final String TAG_ADDED = "Tag Added";
    public static final String TAG_REMOVED = "Tag Removed";

    /// A customer met a segment's definition when it was evaluated, and had not the time before.
    public static final String SEGMENT_ENTERED = "Segment Entered";

    public static final String SEGMENT_LEFT = "Segment Left";

    /// A customer came into a journey.
    public static final String JOURNEY_ENTERED = "Journey Entered";

    /// A customer reached what a journey is for, inside or after it.
    public static final String JOURNEY_GOAL_REACHED = "Journey Goal Reached";

    public static final String JOURNEY_EXITED = "Journey Exited";

    /// A journey tells other systems something of a customer.
    public static final String JOURNEY_SIGNALLED = "Journey Signalled";

    /// Somebody asked to be forgotten and was; an event of nobody.
    public static final String PERSON_ERASED = "Person Erased";

    /// Two customers became one.
    public static final String CUSTOMERS_MERGED = "Customers Merged";

    /// One customer turned out to be two.
    public static final String CUSTOMERS_SEPARATED = "Customers Separated";

    /// Somebody decided that two customers are one person; a merge follows from it.
    public static final String SAME_PERSON_CONFIRMED = "Same Person Confirmed";

    /// Somebody decided that identifiers on two sides of a link are two people's; a separation follows from it.
    public static final String DIFFERENT_PEOPLE_CONFIRMED = "Different People Confirmed";

    /// A customer was brought by another, whom `referrer` names.
    public static final String CUSTOMER_REFERRED = "Customer Referred";

    /// A customer brought another, who is a member now; told of whoever brought them.
    public static final String REFERRAL_MADE = "Referral Made";

    /// A brand changed whose word counts more: what is known of these customers was decided anew.
    public static final String ATTRIBUTES_DECIDED = "Attributes Decided";

    /// Events were taken back, such as those of a wrong file.
    public static final String EVENTS_RETRACTED = "Events Retracted";
    public static final String CHAT_MESSAGE_RECEIVED = "Chat Message Received";
    public static final String CHAT_MESSAGE_SENT = "Chat Message Sent";
    public static final String CODE_SCANNED = "Code Scanned";
    public static final String POINTS_EARNED = "Points Earned";
    public static final String POINTS_REDEEMED = "Points Redeemed";
    public static final String POINTS_EXPIRED = "Points Expired";

    /// Points were kept back for something that is being decided, such as an order at the checkout.
    public static final String POINTS_FROZEN = "Points Frozen";

    public static final String POINTS_RELEASED = "Points Released";

    /// What was earned was taken back, because an order was.
    public static final String POINTS_TAKEN_BACK = "Points Taken Back";

    /// What was spent was given back.
    public static final String POINTS_GIVEN_BACK = "Points Given Back";

    /// A person corrected a balance downwards.
    public static final String POINTS_DEDUCTED = "Points Deducted";

    /// Points will expire in a month, unless they are spent.
    public static final String POINTS_EXPIRING = "Points Expiring";

    /// A customer has a coupon.
    public static final String COUPON_ISSUED = "Coupon Issued";

    public static final String COUPON_REDEEMED = "Coupon Redeemed";

    /// What was bought with a coupon came back.
    public static final String COUPON_RETURNED = "Coupon Returned";

    /// A coupon ends in some days, and its customer may be told.
    public static final String COUPON_EXPIRING = "Coupon Expiring";

    public static final String COUPON_EXPIRED = "Coupon Expired";

    /// A customer has a coupon that another handed on.
    public static final String COUPON_TRANSFERRED = "Coupon Transferred";

    public static final String COUPON_WITHDRAWN = "Coupon Withdrawn";

    /// A member reached a tier by what they did.
    public static final String TIER_UPGRADED = "Tier Upgraded";

    /// A member lost a tier: its period ended, or what it rested on was given back.
    public static final String TIER_DOWNGRADED = "Tier Downgraded";

    /// The period of a member's tier ended and they keep it.
    public static final String TIER_KEPT = "Tier Kept";

    /// A member is one average order away from the next tier; told once for each tier and period.
    public static final String TIER_WITHIN_REACH = "Tier Within Reach";

    /// A member was given a tier for some time, whatever they did.
    public static final String TIER_GIVEN = "Tier Given";

    /// A tier that a member was given is over and they were not given it for longer; told once for each gift.
    public static final String TIER_GIFT_ENDED = "Tier Gift Ended";

    /// A member paid for a membership that begins at once.
    public static final String MEMBERSHIP_BOUGHT = "Membership Bought";

    /// A member paid for the period that follows the one they have.
    public static final String MEMBERSHIP_RENEWED = "Membership Renewed";

    /// A paid membership ended early, and what it was worth is given back.
    public static final String MEMBERSHIP_REFUNDED = "Membership Refunded";

    /// A paid membership ends soon and nobody has renewed it; told once for each period.
    public static final String MEMBERSHIP_ENDING = "Membership Ending";

    /// A paid membership is over and nobody has renewed it.
    public static final String MEMBERSHIP_ENDED = "Membership Ended";

    /// A member ordered something in the points mall and paid for it.
    public static final String MALL_ORDER_PLACED = "Mall Order Placed";

    /// What a member ordered in the points mall was sent, handed over or issued.
    public static final String MALL_ORDER_FULFILLED = "Mall Order Fulfilled";

    /// An order in the points mall was cancelled; its points are given back.
    public static final String MALL_ORDER_CANCELLED = "Mall Order Cancelled";

    /// What a member had from the points mall came back; its points are given back.
    public static final String MALL_ORDER_RETURNED = "Mall Order Returned";

    /// A member opened a family or company account.
    public static final String SHARED_ACCOUNT_OPENED = "Shared Account Opened";

    /// A member joined the family or company account of another.
    public static final String SHARED_ACCOUNT_JOINED = "Shared Account Joined";

    /// A member left a shared account, was removed, or its holder closed it.
    public static final String SHARED_ACCOUNT_LEFT = "Shared Account Left";

    /// The account that a member held is closed.
    public static final String SHARED_ACCOUNT_CLOSED = "Shared Account Closed";

    /// A member checked in, once on each of the brand's days.
    public static final String CHECKED_IN = "Checked In";

    /// A member did what a task asks for.
    public static final String TASK_COMPLETED = "Task Completed";

    /// A member did all tasks of a growth programme.
    public static final String GROWTH_COMPLETED = "Growth Programme Completed";

    /// A member took part in a lucky draw, whether they won or not.
    public static final String DRAW_PLAYED = "Draw Played";

    /// A member was given a benefit without asking, such as on their birthday.
    public static final String BENEFIT_GIVEN = "Benefit Given";

    /// A member's account on a marketplace was bound with their membership.
    public static final String MARKETPLACE_LINKED = "Marketplace Linked";

    /// An account on a marketplace is bound no longer; the points stay.
    public static final String MARKETPLACE_UNLINKED = "Marketplace Unlinked";

    /// What moves money or points, so that a stranger who reads a write key in a page must not be able to say it.
    public static final Set<String> SERVER_SIDE = Set.of(
            ORDER_PLACED,
            ORDER_COMPLETED,
            ORDER_SHIPPED,
            ORDER_RECEIVED,
            ORDER_CANCELLED,
            ORDER_REFUNDED,
            MEMBER_JOINED,
            CUSTOMER_REFERRED,
            POINTS_EARNED,
            POINTS_REDEEMED,
            POINTS_EXPIRED);

    /// What only this product can know. From anyone else they would forge a friendship, a delivery, or a result.
    public static final Set<String> OURS = Set.of(
            FRIEND_ADDED,
            FRIEND_REMOVED,
            ACCOUNT_FOLLOWED,
            ACCOUNT_UNFOLLOWED,
            SUBSCRIPTION_ALLOWED,
            MESSAGE_SENT,
            MESSAGE_DELIVERED,
            MESSAGE_FAILED,
            LINK_CLICKED,
            CUSTOMERS_MERGED,
            CUSTOMERS_SEPARATED,
            SAME_PERSON_CONFIRMED,
            DIFFERENT_PEOPLE_CONFIRMED,
            ATTRIBUTES_DECIDED,
            EVENTS_RETRACTED,
            POINTS_OPENED,
            POINTS_FROZEN,
            POINTS_RELEASED,
            POINTS_TAKEN_BACK,
            POINTS_GIVEN_BACK,
            POINTS_DEDUCTED,
            POINTS_EXPIRING,
            TAG_ADDED,
            TAG_REMOVED,
            SEGMENT_ENTERED,
            SEGMENT_LEFT,
            JOURNEY_ENTERED,
            JOURNEY_GOAL_REACHED,
            JOURNEY_EXITED,
            JOURNEY_SIGNALLED,
            COUPON_ISSUED,
            COUPON_REDEEMED,
            COUPON_RETURNED,
            COUPON_EXPIRING,
            COUPON_EXPIRED,
            COUPON_TRANSFERRED,
            COUPON_WITHDRAWN,
            TIER_UPGRADED,
            TIER_DOWNGRADED,
            TIER_KEPT,
            TIER_WITHIN_REACH,
            TIER_GIVEN,
            TIER_GIFT_ENDED,
            MEMBERSHIP_BOUGHT,
            MEMBERSHIP_RENEWED,
            MEMBERSHIP_REFUNDED,
            MEMBERSHIP_ENDING,
            MEMBERSHIP_ENDED,
            MALL_ORDER_PLACED,
            MALL_ORDER_FULFILLED,
            MALL_ORDER_CANCELLED,
            MALL_ORDER_RETURNED,
            CHECKED_IN,
            SHARED_ACCOUNT_OPENED,
            SHARED_ACCOUNT_JOINED,
            SHARED_ACCOUNT_LEFT,
            SHARED_ACCOUNT_CLOSED,
            TASK_COMPLETED,
            GROWTH_COMPLETED,
            DRAW_PLAYED,
            BENEFIT_GIVEN,
            MARKETPLACE_LINKED,
            MARKETPLACE_UNLINKED,
            REFERRAL_MADE,
            PERSON_ERASED);

    /// Names that tell nothing of a person, whoever sends them.
    public static final Set<String> STANDARD = Set.of(
            ORDER_COMPLETED,
            ORDER_REFUNDED,
            ORDER_PLACED,
            ORDER_SHIPPED,
            ORDER_RECEIVED,
            ORDER_CANCELLED,
            IDENTIFIED,
            MEMBER_JOINED,
            POINTS_OPENED,
            PAGE_VIEWED,
            SCREEN_VIEWED,
            GROUP_JOINED,
            GROUP_LEFT,
            CUSTOMER_REFERRED,
            ALIASED,
            FRIEND_ADDED,
            FRIEND_REMOVED,
            ACCOUNT_FOLLOWED,
            ACCOUNT_UNFOLLOWED,
            SUBSCRIPTION_ALLOWED,
            CONSENT_GRANTED,
            CONSENT_WITHDRAWN,
            QUIET_PREFERENCE_SET,
            MESSAGE_SENT,
            MESSAGE_DELIVERED,
            MESSAGE_FAILED,
            LINK_CLICKED,
            TAG_ADDED,
            TAG_REMOVED,
            SEGMENT_ENTERED,
            SEGMENT_LEFT,
            JOURNEY_ENTERED,
            JOURNEY_GOAL_REACHED,
            JOURNEY_EXITED,
            JOURNEY_SIGNALLED,
            CUSTOMERS_MERGED,
            CUSTOMERS_SEPARATED,
            SAME_PERSON_CONFIRMED,
            DIFFERENT_PEOPLE_CONFIRMED,
            EVENTS_RETRACTED,
            PERSON_ERASED,
            CHAT_MESSAGE_RECEIVED,
            CHAT_MESSAGE_SENT,
            CODE_SCANNED,
            POINTS_EARNED,
            POINTS_REDEEMED,
            TIER_UPGRADED,
            TIER_DOWNGRADED,
            TIER_KEPT,
            TIER_WITHIN_REACH,
            TIER_GIVEN,
            TIER_GIFT_ENDED,
            MEMBERSHIP_BOUGHT,
            MEMBERSHIP_RENEWED,
            MEMBERSHIP_REFUNDED,
            MEMBERSHIP_ENDING,
            MEMBERSHIP_ENDED,
            MALL_ORDER_PLACED,
            MALL_ORDER_FULFILLED,
            MALL_ORDER_CANCELLED,
            MALL_ORDER_RETURNED,
            CHECKED_IN,
            SHARED_ACCOUNT_OPENED,
            SHARED_ACCOUNT_JOINED,
            SHARED_ACCOUNT_LEFT,
            SHARED_ACCOUNT_CLOSED,
            TASK_COMPLETED,
            GROWTH_COMPLETED,
            DRAW_PLAYED,
            BENEFIT_GIVEN,
            MARKETPLACE_LINKED,
            MARKETPLACE_UNLINKED,
            REFERRAL_MADE,
            COUPON_ISSUED,
            COUPON_REDEEMED,
            COUPON_RETURNED,
            COUPON_EXPIRING,
            COUPON_EXPIRED,
            COUPON_TRANSFERRED,
            COUPON_WITHDRAWN,
            POINTS_EXPIRED,
            POINTS_FROZEN,
            POINTS_RELEASED,
            POINTS_TAKEN_BACK,
            POINTS_GIVEN_BACK,
            POINTS_DEDUCTED,
            POINTS_EXPIRING);

    /// What an event is called once its person was erased, if a sender gave it a name of their own.
    public static final String ERASED = "Erased";

    /// The name that may stay of an event when its person is erased.
    public static String anonymous(String name) {
        return STANDARD.contains(name) ? name : ERASED;
    }

    private EventNames() {}

    /// What we did, which does not mean that the customer was there.
    public static boolean withoutCustomer(String name) {
        return switch (name) {
            case MESSAGE_SENT,
                    MESSAGE_DELIVERED,
                    MESSAGE_FAILED,
                    TAG_ADDED,
                    TAG_REMOVED,
                    SEGMENT_ENTERED,
                    SEGMENT_LEFT,
                    JOURNEY_ENTERED,
                    JOURNEY_GOAL_REACHED,
                    JOURNEY_EXITED,
                    JOURNEY_SIGNALLED,
                    POINTS_EXPIRED,
                    POINTS_EXPIRING,
                    POINTS_DEDUCTED,
                    POINTS_TAKEN_BACK,
                    POINTS_GIVEN_BACK,
                    POINTS_RELEASED,
                    MALL_ORDER_FULFILLED,
                    MALL_ORDER_CANCELLED,
                    MALL_ORDER_RETURNED,
                    BENEFIT_GIVEN,
                    COUPON_ISSUED,
                    COUPON_RETURNED,
                    COUPON_EXPIRING,
                    COUPON_EXPIRED,
                    COUPON_WITHDRAWN,
                    TIER_UPGRADED,
                    TIER_DOWNGRADED,
                    TIER_KEPT,
                    TIER_WITHIN_REACH,
                    REFERRAL_MADE,
                    TIER_GIVEN,
                    TIER_GIFT_ENDED,
                    MEMBERSHIP_ENDING,
                    MEMBERSHIP_ENDED,
                    CUSTOMERS_MERGED,
                    CUSTOMERS_SEPARATED,
                    SAME_PERSON_CONFIRMED,
                    DIFFERENT_PEOPLE_CONFIRMED -> true;
            default -> false;
        };
    }
}
