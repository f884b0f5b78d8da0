package io.waterwheel.demo.simulated;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The simulator's whole world, in the words of its control API.
public record SimulatedWorld(
        String corpId,
        String secret,
        int agentId,
        Callback callback,
        List<Department> departments,
        List<Guide> guides,
        List<Person> people,
        Behaviour behaviour,
        Shop shop,
        long seed) {

    public record Callback(String url, String token, String encodingAesKey) {}

    public record Department(long id, String name, long parentid, long order) {}

    public record Guide(String userid, String name, List<Long> department) {}

    /// @param email null for who has none or does not look at it
    public record Person(
            String id,
            @JsonProperty("external_userid") @Nullable String externalUserid,
            @Nullable String unionid,
            String name,
            @Nullable String email,
            String shopUserId,
            List<Follow> follow) {}

    /// @param createtime in seconds
    public record Follow(
            String userid,
            long createtime,
            @JsonProperty("add_way") int addWay) {}

    public record Shop(String trackUrl, String writeKey) {}

    /// How people and guides behave; rates between 0 and 1.
    ///
    /// @param clickRate of those who read
    /// @param buyRate   of those who clicked
    public record Behaviour(
            double confirmRate,
            long confirmDelayMs,
            double readRate,
            double clickRate,
            double buyRate,
            double baseOrdersPerPersonPerDay,
            long orderMeanMinor,
            double orderSigma,
            List<Product> products,
            long actionDelayMs) {

        /// The true effect: orders more per person whom a message with a link reaches.
        public double ordersPerDelivered() {
            return readRate * clickRate * buyRate;
        }
    }

    public record Product(String code, String name, BigDecimal price) {}
}
