package io.waterwheel.loyalty.marketplace.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.marketplace.MarketCalls;
import io.waterwheel.loyalty.marketplace.RefusedCalls;
import io.waterwheel.loyalty.marketplace.Shop;
import io.waterwheel.loyalty.marketplace.Shops;
import io.waterwheel.loyalty.marketplace.dialect.MarketReply;
import io.waterwheel.loyalty.marketplace.dialect.MarketRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where marketplaces call. What is refused is answered in the marketplace's own form, and counted.
@RestController
@RequestMapping("/callbacks/marketplace/{shop}")
@Hidden
class MarketplaceCallController {

    private static final int MOST_BYTES = 1 << 16;

    private final Shops shops;
    private final MarketCalls calls;
    private final RefusedCalls refusals;
    private final InstantSource clock;

    MarketplaceCallController(Shops shops, MarketCalls calls, RefusedCalls refusals, InstantSource clock) {
        this.shops = shops;
        this.calls = calls;
        this.refusals = refusals;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Map<String, ?>> call(@PathVariable("shop") String code, HttpServletRequest request)
            throws IOException {
        return answer(code, "", request);
    }

    @PostMapping("/{operation}")
    ResponseEntity<Map<String, ?>> operate(
            @PathVariable("shop") String code, @PathVariable String operation, HttpServletRequest request)
            throws IOException {
        return answer(code, operation, request);
    }

    private ResponseEntity<Map<String, ?>> answer(String code, String operation, HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Problem(KernelProblem.TOO_LARGE).with("limit", MOST_BYTES);
        }
        Shop shop;
        try {
            shop = shops.called(code);
        } catch (Problem unknown) {
            refusals.count("", unknown);
            // Nobody knows which marketplace's form to use.
            return ResponseEntity.status(404).body(unknownShop(unknown));
        }
        MarketRequest call = new MarketRequest(
                operation, query(request), name -> Objects.requireNonNullElse(request.getHeader(name), ""), body);
        MarketReply reply;
        try {
            reply = shop.dialect()
                    .answer(call, calls.answer(shop, shop.dialect().read(shop.keys(), call, clock.instant())));
        } catch (Problem refused) {
            refusals.count(code, refused);
            reply = shop.dialect().refusal(call, refused);
        }
        return ResponseEntity.status(reply.status()).body(reply.body());
    }

    private static Map<String, ?> unknownShop(Problem problem) {
        return Map.of(
                "flag", "failure",
                "sub_code", MarketplaceProblem.MARKETPLACE_SHOP_UNKNOWN.code(),
                "sub_message", problem.detail(Locale.SIMPLIFIED_CHINESE));
    }

    private static Map<String, String> query(HttpServletRequest request) {
        Map<String, String> query = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        return query;
    }
}
