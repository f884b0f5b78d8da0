package io.waterwheel.customer.profile;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// What people tell apart on a timeline. An event belongs to a group by its name or by how its name begins, so that a
/// brand's own names fall into place too; what fits nowhere is `other`.
public enum EventGroup {
    @JsonProperty("orders")
    ORDERS(List.of("Order ", "Checkout ", "Payment "), List.of()),
    @JsonProperty("messages")
    MESSAGES(List.of("Message ", "Email ", "SMS "), List.of("Link Clicked")),
    @JsonProperty("browsing")
    BROWSING(List.of("Page ", "Screen ", "Product", "Cart ", "Promotion ", "Wishlist "), List.of("Application Opened")),
    @JsonProperty("membership")
    MEMBERSHIP(List.of("Member ", "Points ", "Tier ", "Coupon ", "Benefit "), List.of("Customer Referred")),
    @JsonProperty("service")
    SERVICE(List.of("Chat ", "Review ", "Survey ", "Ticket ", "Return ", "Appointment "), List.of()),
    @JsonProperty("identity")
    IDENTITY(
            List.of("Friend ", "Group ", "Consent ", "Tag ", "Segment ", "Customers "),
            List.of(
                    "Identified",
                    "Aliased",
                    "Account Followed",
                    "Account Unfollowed",
                    "Subscription Allowed",
                    "Quiet Preference Set",
                    "Same Person Confirmed",
                    "Different People Confirmed")),
    @JsonProperty("other")
    OTHER(List.of(), List.of());

    private final List<String> beginnings;
    private final List<String> names;

    EventGroup(List<String> beginnings, List<String> names) {
        this.beginnings = beginnings;
        this.names = names;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EventGroup> find(String code) {
        return Arrays.stream(values())
                .filter(group -> group.code().equals(code))
                .findFirst();
    }

    public static EventGroup of(String name) {
        return Arrays.stream(values())
                .filter(group ->
                        group.names.contains(name) || group.beginnings.stream().anyMatch(name::startsWith))
                .findFirst()
                .orElse(OTHER);
    }

    /// The same question, asked of the log.
    Condition condition() {
        return this == OTHER
                ? DSL.not(DSL.or(Arrays.stream(values())
                        .filter(group -> group != OTHER)
                        .map(EventGroup::named)
                        .toList()))
                : named();
    }

    private Condition named() {
        return DSL.or(beginnings.stream()
                        .map(beginning -> EVENT.NAME.like(beginning + "%"))
                        .toList())
                .or(names.isEmpty() ? DSL.falseCondition() : EVENT.NAME.in(names));
    }
}
