package io.waterwheel.kernel.audit;

import java.util.Map;

/// The trail of changes. A row is written in the transaction of the change it tells of.
public interface AuditTrail {

    /// Records a change by the person who is signed in, or by the system itself.
    ///
    /// @param action  what was done, such as `broadcast.start`
    /// @param subject what it was done to, such as `broadcast/7`
    /// @param detail  more, without personal data or secrets
    void record(String action, String subject, Map<String, ?> detail);
}
