package io.waterwheel.intake.collect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What a sender is told when its events are on disk.
///
/// @param success     always true: a refusal is a problem instead
/// @param quarantined how many events of the batch could not be taken; absent when none
/// @param refused     which, the first of them
@Schema(name = "CollectorReceipt")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Receipt(
        boolean success,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int quarantined,
        List<Refused> refused) {

    static final Receipt ALL = new Receipt(true, 0, List.of());

    /// @param index of the event in its batch, from 0
    /// @param code  why it was refused
    @Schema(name = "RefusedEvent")
    public record Refused(int index, String code, String detail) {}
}
