package io.waterwheel.access.audit;

import java.time.Instant;
import java.util.Map;

/// One change someone made.
public record AuditEntry(
        long id, Instant at, String actor, String action, String subject, Map<String, Object> detail) {}
