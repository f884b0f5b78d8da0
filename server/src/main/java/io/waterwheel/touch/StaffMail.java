package io.waterwheel.touch;

import io.waterwheel.access.Brand;
import java.util.List;

/// Mail to the people who run a brand, through its mail account. It is no message to a customer: no policy, no
/// template, no trail.
public interface StaffMail {

    /// Whether the brand has an account to send by.
    boolean ready(Brand brand);

    /// Sends one letter to all of them.
    ///
    /// @param key the letter's own: sent again after a crash, it is known as the same
    /// @throws io.waterwheel.kernel.problem.Problem `email-not-configured`, `email-unreachable`
    void send(Brand brand, List<String> to, String key, String subject, String text);
}
