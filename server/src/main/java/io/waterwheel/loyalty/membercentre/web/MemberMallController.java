package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Mall;
import io.waterwheel.loyalty.MallAddress;
import io.waterwheel.loyalty.MallOffer;
import io.waterwheel.loyalty.MallOrder;
import io.waterwheel.loyalty.MallOrdered;
import io.waterwheel.loyalty.MallWish;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/m/{brand}/api/mall")
@Tag(name = "member-centre")
class MemberMallController {

    private static final int LONGEST_KEY = 100;

    private final Mall mall;
    private final MemberStores stores;

    MemberMallController(Mall mall, MemberStores stores) {
        this.mall = mall;
        this.stores = stores;
    }

    /// @param key    made up by the page, and sent again when it got no answer
    /// @param pieces how many; null for one
    record WishFromMall(
            String key,
            String item,
            @Nullable Integer pieces,
            @Nullable String store,
            @Nullable MallAddress address) {}

    @GetMapping("/offers")
    @Operation(summary = "What is on the shelf, with why this member cannot have it where that is so")
    List<MemberOffer> listMemberOffers(@PathVariable Brand brand, Member member, Locale locale) {
        List<MallOffer> offers = mall.offers(brand, member.customer());
        MemberStores.Known known = stores.known(brand, offers.stream().flatMap(one -> one.stores().stream()));
        return offers.stream()
                .map(offer -> MemberOffer.of(offer, known, locale))
                .toList();
    }

    @GetMapping("/orders")
    @Operation(summary = "What the member had from the mall, the newest first")
    List<MemberMallOrder> listMemberMallOrders(@PathVariable Brand brand, Member member, Locale locale) {
        return shown(brand, mall.orders(brand, member.customer()), locale);
    }

    @PostMapping("/orders")
    @Operation(summary = "Orders pieces of one thing and pays for them with points; once for each key")
    MemberMallOrder orderFromMall(
            @PathVariable Brand brand, Member member, @RequestBody WishFromMall wish, Locale locale) {
        if (wish.key().isBlank() || wish.key().length() > LONGEST_KEY) {
            throw new Problem(KernelProblem.INVALID).outside("/key", "length", 1, LONGEST_KEY);
        }
        int pieces = wish.pieces() == null ? 1 : wish.pieces();
        if (pieces < 1 || pieces > MallWish.MOST) {
            throw new Problem(KernelProblem.INVALID).outside("/pieces", "range", 1, MallWish.MOST);
        }
        MallWish asked = new MallWish(wish.key(), wish.item(), pieces, wish.store(), wish.address());
        return switch (mall.order(brand, member.customer(), asked)) {
            case MallOrdered.Placed(var order, var _) -> shown(brand, order, locale);
            case MallOrdered.Refused(var _, var words) ->
                throw new Problem(MemberCentreProblem.MEMBER_MALL_REFUSED).with("why", words);
        };
    }

    @PostMapping("/orders/{number}/cancel")
    @Operation(summary = "Takes an order back that was not sent or handed over yet")
    MemberMallOrder cancelMyMallOrder(
            @PathVariable Brand brand, @PathVariable String number, Member member, Locale locale) {
        return shown(brand, mall.cancel(brand, member.customer(), number), locale);
    }

    private MemberMallOrder shown(Brand brand, MallOrder order, Locale locale) {
        return shown(brand, List.of(order), locale).getFirst();
    }

    private List<MemberMallOrder> shown(Brand brand, List<MallOrder> orders, Locale locale) {
        MemberStores.Known known =
                stores.known(brand, orders.stream().flatMap(order -> Stream.ofNullable(order.store())));
        return orders.stream()
                .map(order -> MemberMallOrder.of(order, known, locale))
                .toList();
    }
}
