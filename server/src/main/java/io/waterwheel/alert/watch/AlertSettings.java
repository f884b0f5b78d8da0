package io.waterwheel.alert.watch;

import java.util.List;

/// When something late is an alert in a brand, and who is written to.
///
/// @param minutes 2 … 1,440 minutes late
/// @param mail    addresses of those who run the brand, at most 10
public record AlertSettings(int minutes, List<String> mail) {

    /// For a brand that has not decided.
    static final AlertSettings DEFAULT = new AlertSettings(15, List.of());

    public AlertSettings {
        mail = List.copyOf(mail);
    }

    /// Without the addresses.
    @Override
    public String toString() {
        return "AlertSettings[" + minutes + " minutes, " + mail.size() + " addresses]";
    }
}
