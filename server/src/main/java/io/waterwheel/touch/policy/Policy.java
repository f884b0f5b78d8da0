package io.waterwheel.touch.policy;

import io.waterwheel.touch.Purpose;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/// What a brand allows itself.
///
/// @param capPerCustomer   marketing messages one customer may get in `capDays` days, over all channels
/// @param quietFrom        HH:mm in the customer's zone, or the brand's; equal to `quietTo`: no quiet hours
/// @param caps             further caps; all hold
/// @param controlPercent   0 … 20 % of all customers never get marketing: the global control group
/// @param suppressionLists whose customers may not be written to
/// @param approval         above what a broadcast needs a second person
public record Policy(
        int capPerCustomer,
        int capDays,
        String quietFrom,
        String quietTo,
        List<Cap> caps,
        double controlPercent,
        List<SuppressionList> suppressionLists,
        ApprovalLimit approval) {

    /// For a brand that has not decided.
    public static final Policy DEFAULT = new Policy(4, 7, "00:00", "00:00");

    public Policy {
        caps = List.copyOf(caps);
        suppressionLists = List.copyOf(suppressionLists);
    }

    /// Leaves it to one person to start a broadcast.
    public Policy(
            int capPerCustomer,
            int capDays,
            String quietFrom,
            String quietTo,
            List<Cap> caps,
            double controlPercent,
            List<SuppressionList> suppressionLists) {
        this(capPerCustomer, capDays, quietFrom, quietTo, caps, controlPercent, suppressionLists, ApprovalLimit.NONE);
    }

    public Policy(int capPerCustomer, int capDays, String quietFrom, String quietTo) {
        this(capPerCustomer, capDays, quietFrom, quietTo, List.of(), 0, List.of());
    }

    public QuietHours quiet() {
        return new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietTo));
    }

    /// The first cap and the further ones.
    public List<Cap> allCaps() {
        return Stream.concat(Stream.of(new Cap(null, Purpose.MARKETING, capPerCustomer, capDays)), caps.stream())
                .toList();
    }
}
