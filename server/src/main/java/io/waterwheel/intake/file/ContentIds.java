package io.waterwheel.intake.file;

import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Message ids that come from what an event says, so that saying it again changes nothing. Blind, since a plain hash
/// of a phone number can be found by trying them all.
final class ContentIds {

    private static final char BETWEEN = '\u001f';

    private final Vault vault;

    ContentIds(Vault vault) {
        this.vault = vault;
    }

    String of(String what, Subject.Identified subject, Map<String, String> told, @Nullable Instant at) {
        StringBuilder content = new StringBuilder();
        subject.identifiers().stream()
                .map(identifier -> identifier.kind().code() + BETWEEN + identifier.value())
                .sorted()
                .forEach(identifier -> content.append(identifier).append(BETWEEN));
        SortedMap<String, String> sorted = new TreeMap<>(told);
        sorted.forEach((name, value) ->
                content.append(name).append(BETWEEN).append(value).append(BETWEEN));
        content.append(at == null ? "" : at.toString());
        return what + ":" + HexFormat.of().formatHex(vault.blind("intake.file." + what, content.toString()));
    }
}
