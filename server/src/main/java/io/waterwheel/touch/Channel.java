package io.waterwheel.touch;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// One way out to customers. A module that can carry messages answers it; broadcasts and journeys only know this.
///
/// Methods throw nothing on purpose except [#ready]: what went wrong is in the answer, so that nobody forgets it.
public interface Channel {

    ChannelKind kind();

    ChannelPromise promise();

    /// @throws io.waterwheel.kernel.problem.Problem when the brand has not set it up, saying what to do
    void ready(Brand brand);

    /// Who would be written to, and by whom; customers it has no way to are left out.
    Map<CustomerNo, Route> routes(Brand brand, Collection<CustomerNo> customers);

    /// The same for a plan, which sends to nobody yet: of customers whom the policy has found reachable, and without
    /// their addresses where finding these out costs.
    default Map<CustomerNo, Route> foreseen(Brand brand, Collection<CustomerNo> customers) {
        return routes(brand, customers);
    }

    /// The names of senders, by their ids; those it does not know are left out.
    default Map<String, String> senderNames(Brand brand, Collection<String> senders) {
        return Map.of();
    }

    /// How the brand's texts leave by this channel.
    ///
    /// @param marketing whether they need consent, and must say how to take it back
    default Wording wording(Brand brand, boolean marketing) {
        return Wording.AS_WRITTEN;
    }

    /// Makes one call. The caller has already written down that it is about to be made.
    CallOutcome send(Brand brand, Call call);

    /// Asks what became of a call whose outcome is not known. Only called where the channel is askable, and only
    /// after it has settled. Where it is idempotent instead, the call is simply made again.
    default CallTrace trace(Brand brand, PastCall call) {
        return new CallTrace.NotKnown();
    }

    /// What is known by now about an accepted call, per recipient. Asking again gives the same or more.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem when it cannot be asked right now
    default List<DeliveryReport> reports(Brand brand, PastCall call) {
        return List.of();
    }

    /// Takes back what was accepted and has not reached anybody yet, as far as the channel can.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem when it cannot be asked right now
    default void recall(Brand brand, PastCall call) {}
}
