package io.waterwheel.loyalty;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import java.util.List;

/// The points mall as one member sees it. What a member may see of it is all here: whoever shows it need not
/// leave anything out.
public interface Mall {

    /// What is on the shelf, with why this member cannot have it where that is so. What is to come is shown,
    /// what is over is not.
    List<MallOffer> offers(Brand brand, CustomerNo member);

    /// One of them.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    MallOffer offer(Brand brand, CustomerNo member, String item);

    /// Orders pieces of one thing and pays for them, all or none. Asked again with the same key it is the
    /// same order. Not within a transaction of the caller's.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`; `mall-wish-incomplete` where an address or
    ///         a store is missing
    MallOrdered order(Brand brand, CustomerNo member, MallWish wish);

    /// The member's orders, the newest first, at most a hundred.
    List<MallOrder> orders(Brand brand, CustomerNo member);

    /// One of them.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    MallOrder find(Brand brand, CustomerNo member, String number);

    /// Takes an order back that was not sent or handed over yet; its points come back within moments.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`, `mall-order-state`
    MallOrder cancel(Brand brand, CustomerNo member, String number);
}
