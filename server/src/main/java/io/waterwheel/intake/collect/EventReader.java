package io.waterwheel.intake.collect;

import io.waterwheel.intake.SourceSide;
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
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Judges raw events: each becomes an event for the log, or the reason why it cannot.
@Component
class EventReader {

    private static final int LARGEST = 32 * 1024;
    private static final int LONGEST_TEXT = 512;
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
        CallType type = CallType.find(raw.type);
        if (formal != null || type == null) {
            return new Reading.Refused(formal == null ? RefusalReason.TYPE_UNSUPPORTED : formal);
        }
        RefusalReason lacking = callFault(raw, type);
        if (lacking != null) {
            return new Reading.Refused(lacking);
        }
        List<Identifier> identifiers = CallSubject.of(raw, type);
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
        String name = type.event() == null ? String.valueOf(raw.event) : type.event();
        if (reporter.side() == SourceSide.CLIENT && EventNames.SERVER_SIDE.contains(name)) {
            return new Reading.Refused(RefusalReason.SERVER_SIDE_ONLY);
        }
        RefusalReason badOrder = orderFault(call, raw, name, reporter);
        if (badOrder != null) {
            return new Reading.Refused(badOrder);
        }
        return new Reading.Taken(new NewEvent(
                reporter.brand().id(),
                reporter.name(),
                raw.messageId == null || raw.messageId.isBlank() ? hash(call.body(), raw) : raw.messageId,
                name,
                at,
                new Subject.Identified(identifiers),
                CallContent.properties(call, raw, type, vault),
                CallContent.context(call, raw, vault)));
    }

    /// What is wrong with any call of this form.
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
        JsonPart integrations = raw.integrations == null ? call.integrations() : raw.integrations;
        return integrations == null ? null : integrations.fault();
    }

    /// What a call of this type lacks, or has too much of.
    private static @Nullable RefusalReason callFault(RawEvent raw, CallType type) {
        RefusalReason text = textFault(raw.messageId, raw.userId, raw.anonymousId, raw.channel);
        if (text != null) {
            return text;
        }
        return switch (type) {
            case TRACK -> {
                if (raw.event == null || raw.event.isBlank()) {
                    yield RefusalReason.NAME_MISSING;
                }
                yield EventNames.OURS.contains(raw.event) ? RefusalReason.NAME_RESERVED : textFault(raw.event);
            }
            case IDENTIFY -> null;
            case PAGE, SCREEN ->
                unstorable(raw.name) || unstorable(raw.category) ? RefusalReason.TEXT_UNSTORABLE : null;
            case GROUP ->
                raw.groupId == null || raw.groupId.isBlank() ? RefusalReason.GROUP_ID_MISSING : textFault(raw.groupId);
            case ALIAS ->
                Usable.identifier(IdentifierKind.ANONYMOUS_ID, raw.previousId).isEmpty()
                        ? RefusalReason.PREVIOUS_ID_MISSING
                        : textFault(raw.previousId);
        };
    }

    private static @Nullable RefusalReason textFault(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && text.length() > LONGEST_TEXT) {
                return RefusalReason.ID_TOO_LONG;
            }
            if (unstorable(text)) {
                return RefusalReason.TEXT_UNSTORABLE;
            }
        }
        return null;
    }

    private static boolean unstorable(@Nullable String text) {
        return text != null && text.indexOf('\0') >= 0;
    }

    private @Nullable RefusalReason orderFault(RawCall call, RawEvent raw, String name, Reporter reporter) {
        if (!EventNames.ORDER_COMPLETED.equals(name) && !EventNames.ORDER_REFUNDED.equals(name)) {
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
