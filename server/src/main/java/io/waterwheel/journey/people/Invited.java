package io.waterwheel.journey.people;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.segment.SegmentId;
import java.util.List;

/// Who is to be let in.
public sealed interface Invited {

    record Numbers(List<CustomerNo> customers) implements Invited {

        public Numbers {
            customers = List.copyOf(customers);
        }
    }

    /// As a person writes them down.
    ///
    /// @param lines a customer number, member number, phone, e-mail or user id each
    record Written(List<String> lines) implements Invited {

        public Written {
            lines = List.copyOf(lines);
        }
    }

    /// Everyone in a segment now.
    record Segment(SegmentId segment) implements Invited {}
}
