package io.waterwheel.intake.collect;

import io.waterwheel.kernel.privacy.Vault;
import org.jspecify.annotations.Nullable;

/// What of a call is stored with its event, as JSON text with personal data sealed: its properties, and the context
/// that says where it came from.
final class CallContent {

    private static final String NOTHING = "{}";
    private static final int SHORTEST_PHONE = 7;

    private CallContent() {}

    /// What the specification keeps beside the properties joins them, so that one place tells what happened.
    static String properties(RawCall call, RawEvent raw, CallType type, Vault vault) {
        return switch (type) {
            case TRACK -> text(call, raw.properties, vault);
            case IDENTIFY -> text(call, traits(raw), vault);
            case PAGE, SCREEN ->
                raw.name == null && raw.category == null
                        ? text(call, raw.properties, vault)
                        : open(call, raw.properties, vault)
                                .string("category", raw.category)
                                .string("name", raw.name)
                                .toString();
            case GROUP ->
                open(call, raw.traits, vault).string("groupId", raw.groupId).toString();
            case ALIAS ->
                open(call, raw.properties, vault)
                        .string("previousId", sealedIfPersonal(raw.previousId, vault))
                        .toString();
        };
    }

    /// Which channel sent it and which integrations it was meant for stand in the context, under these names.
    static String context(RawCall call, RawEvent raw, Vault vault) {
        JsonPart context = raw.context == null ? call.context() : raw.context;
        JsonPart integrations = raw.integrations == null ? call.integrations() : raw.integrations;
        boolean chosen = integrations != null && !integrations.empty();
        if (!chosen && raw.channel == null) {
            return text(call, context, vault);
        }
        return open(call, context, vault)
                .string("channel", raw.channel)
                .json("integrations", chosen ? text(call, integrations, vault) : null)
                .toString();
    }

    /// RudderStack's browser library has a person's traits in the context alone.
    private static @Nullable JsonPart traits(RawEvent raw) {
        if (raw.traits != null && !raw.traits.empty()) {
            return raw.traits;
        }
        JsonPart inContext = raw.context == null ? null : raw.context.traits();
        return inContext == null ? raw.traits : inContext;
    }

    private static String text(RawCall call, @Nullable JsonPart part, Vault vault) {
        return part == null ? NOTHING : part.sealed(call.body(), vault);
    }

    private static JsonText open(RawCall call, @Nullable JsonPart part, Vault vault) {
        return new JsonText(text(call, part, vault), part == null || part.empty());
    }

    /// People are sometimes known by an e-mail address or a phone number before they have an account.
    private static @Nullable String sealedIfPersonal(@Nullable String id, Vault vault) {
        return id == null || !personal(id) ? id : vault.seal(id);
    }

    private static boolean personal(String id) {
        return id.indexOf('@') > 0
                || (id.length() >= SHORTEST_PHONE
                        && id.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '+' || c == '-' || c == ' '));
    }
}
