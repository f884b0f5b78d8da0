package io.waterwheel.intake.collect;

import io.waterwheel.intake.source.Reporter;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.privacy.Vault;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Judges raw events: each becomes an event for the log, or the reason why it cannot.
@Component
class EventReader {

    private static final int LARGEST = 32 * 1024;
    private static final int LONGEST_ID = 512;
    private static final int HASH = 16;
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofHours(24);

    private final Vault vault;
    private final OrderRules orders;

    EventReader(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.orders = new OrderRules(json.readerFor(Order.class));
    }

    Reading read(RawCall call, RawEvent raw, Reporter reporter, Instant receivedAt) {
        RefusalReason formal = formalFault(call, raw);
        if (formal != null) {
            return new Reading.Refused(formal);
        }
        boolean identify = CallType.IDENTIFY.code().equals(raw.type);
        List<Identifier> identifiers = identifiers(raw, identify);
        if (identifiers.isEmpty()) {
            return new Reading.Refused(RefusalReason.ID_MISSING);
        }
        Instant at;
        try {
            at = EventTime.of(
                    raw.timestamp == null ? raw.originalTimestamp : raw.timestamp,
                    raw.sentAt == null ? call.sentAt() : raw.sentAt,
                    receivedAt,
                    reporter.brand().zone());
        } catch (DateTimeException | ArithmeticException e) {
            return new Reading.Refused(RefusalReason.TIME_UNREADABLE);
        }
        if (at.isAfter(receivedAt.plus(CLOCKS_MAY_DIFFER))) {
            return new Reading.Refused(RefusalReason.TIME_IN_FUTURE);
        }
        if (at.isBefore(Instant.EPOCH)) {
            return new Reading.Refused(RefusalReason.TIME_TOO_EARLY);
        }
        RefusalReason badOrder = orderFault(call, raw, reporter);
        if (badOrder != null) {
            return new Reading.Refused(badOrder);
        }
        JsonPart properties = identify ? raw.traits : raw.properties;
        JsonPart context = raw.context == null ? call.context() : raw.context;
        return new Reading.Taken(new NewEvent(
                reporter.brand().id(),
                reporter.name(),
                raw.messageId == null || raw.messageId.isBlank() ? hash(call.body(), raw) : raw.messageId,
                identify || raw.event == null ? EventNames.IDENTIFIED : raw.event,
                at,
                new Subject.Identified(identifiers),
                properties == null ? "{}" : properties.sealed(call.body(), vault),
                context == null ? "{}" : context.sealed(call.body(), vault)));
    }

    private static @Nullable RefusalReason formalFault(RawCall call, RawEvent raw) {
        if (raw.size() > LARGEST) {
            return RefusalReason.TOO_LARGE;
        }
        if (raw.fault != null) {
            return raw.fault;
        }
        if (raw.context == null && call.context() != null && call.context().fault() != null) {
            return call.context().fault();
        }
        boolean track = CallType.TRACK.code().equals(raw.type);
        if (!track && !CallType.IDENTIFY.code().equals(raw.type)) {
            return RefusalReason.TYPE_UNSUPPORTED;
        }
        if (track && (raw.event == null || raw.event.isBlank())) {
            return RefusalReason.NAME_MISSING;
        }
        if (track && EventNames.OURS.contains(raw.event)) {
            return RefusalReason.NAME_RESERVED;
        }
        return textFault(raw.messageId, raw.userId, raw.anonymousId, track ? raw.event : null);
    }

    private static @Nullable RefusalReason textFault(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && text.length() > LONGEST_ID) {
                return RefusalReason.ID_TOO_LONG;
            }
            if (text != null && text.indexOf('\0') >= 0) {
                return RefusalReason.TEXT_UNSTORABLE;
            }
        }
        return null;
    }

    private static List<Identifier> identifiers(RawEvent raw, boolean identify) {
        List<Identifier> identifiers = new ArrayList<>(2);
        Usable.identifier(IdentifierKind.USER_ID, raw.userId).ifPresent(identifiers::add);
        Usable.identifier(IdentifierKind.ANONYMOUS_ID, raw.anonymousId).ifPresent(identifiers::add);
        if (identify && !identifiers.isEmpty()) {
            raw.identifyingTraits.forEach(
                    (kind, text) -> Usable.identifier(kind, text).ifPresent(identifiers::add));
        }
        return identifiers;
    }

    private @Nullable RefusalReason orderFault(RawCall call, RawEvent raw, Reporter reporter) {
        if (!EventNames.ORDER_COMPLETED.equals(raw.event) && !EventNames.ORDER_REFUNDED.equals(raw.event)) {
            return null;
        }
        return raw.properties == null
                ? RefusalReason.ORDER_ID_MISSING
                : orders.check(call.body(), raw.properties, reporter.brand().currency());
    }

    /// The event's bytes without its `sentAt`: the same event sent again has the same id.
    private static String hash(byte[] body, RawEvent raw) {
        MessageDigest digest = Sha256.digest();
        if (raw.sentAtEnd > 0) {
            digest.update(body, raw.start, raw.sentAtStart - raw.start);
            digest.update(body, raw.sentAtEnd, raw.end - raw.sentAtEnd);
        } else {
            digest.update(body, raw.start, raw.size());
        }
        return "hash:" + HexFormat.of().formatHex(digest.digest(), 0, HASH);
    }
}
