package io.waterwheel.touch.broadcast;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.Wording;
import io.waterwheel.touch.link.ShortLinks;
import io.waterwheel.touch.policy.Suppressed;
import io.waterwheel.touch.policy.Verdict;
import io.waterwheel.touch.template.MessageTemplate;
import io.waterwheel.touch.template.Rendering;
import io.waterwheel.touch.words.WordLists;
import io.waterwheel.touch.words.WordSearch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Finds, for a batch of customers, who sends to them and what they read. Used by planning and again before each
/// call, so that both mean the same.
@Component
public class Personalisation {

    private final Customers customers;
    private final ShortLinks links;
    private final WordLists words;

    Personalisation(Customers customers, ShortLinks links, WordLists words) {
        this.customers = customers;
        this.links = links;
        this.words = words;
    }

    /// What is known of a batch before its texts are made.
    ///
    /// @param values by customer and name
    record Known(RoaringBitmap batch, Map<CustomerNo, Route> routes, Map<CustomerNo, Map<String, String>> values) {}

    /// Looks up what texts of a plan are made of, without addresses.
    Known lookUp(Brand brand, Channel channel, MessageTemplate template, RoaringBitmap batch) {
        Set<CustomerNo> numbers = numbers(batch);
        return new Known(batch, channel.foreseen(brand, numbers), values(template, numbers));
    }

    /// Those of a batch who will be written to, without their addresses; the others are moved under their reason in
    /// `verdict`.
    List<Personalised> plan(
            Brand brand, Channel channel, Purpose purpose, MessageTemplate template, Known known, Verdict verdict) {
        return of(brand, channel, purpose, template, known, verdict, Map.of());
    }

    /// Those of `batch` who can be written to; the others are moved under their reason in `verdict`.
    /// The text is whole, with the address of a link that does not exist, as long as a real one, to be replaced.
    public List<Personalised> of(
            Brand brand,
            Channel channel,
            Purpose purpose,
            MessageTemplate template,
            RoaringBitmap batch,
            Verdict verdict) {
        return of(brand, channel, purpose, template, batch, verdict, Map.of());
    }

    /// The same with values of each customer's own beside the known ones.
    ///
    /// @param given by customer, then group and name
    public List<Personalised> of(
            Brand brand,
            Channel channel,
            Purpose purpose,
            MessageTemplate template,
            RoaringBitmap batch,
            Verdict verdict,
            Map<CustomerNo, Map<String, Map<String, String>>> given) {
        Set<CustomerNo> numbers = numbers(batch);
        Known known = new Known(batch, channel.routes(brand, numbers), values(template, numbers));
        return of(brand, channel, purpose, template, known, verdict, given);
    }

    private List<Personalised> of(
            Brand brand,
            Channel channel,
            Purpose purpose,
            MessageTemplate template,
            Known known,
            Verdict verdict,
            Map<CustomerNo, Map<String, Map<String, String>>> given) {
        Wording wording = channel.wording(brand, purpose == Purpose.MARKETING);
        TextLimit limit = channel.promise().text();
        WordSearch search = words.search(brand);
        List<Personalised> found = new ArrayList<>();
        for (int number : known.batch()) {
            CustomerNo customer = new CustomerNo(number);
            Route route = known.routes().get(customer);
            if (route == null) {
                verdict.suppress(number, Suppressed.NO_SENDER);
                continue;
            }
            Map<String, Map<String, String>> values =
                    values(brand, route, known.values().get(customer));
            given.getOrDefault(customer, Map.of()).forEach(values::putIfAbsent);
            switch (template.render(values, links.placeholder())) {
                case Rendering.Ready(var subject, var text) -> {
                    String whole = wording.whole(text);
                    if (!limit.fits(whole)) {
                        verdict.suppress(number, Suppressed.TEXT_TOO_LONG);
                    } else if (search.isIn(whole) || (subject != null && search.isIn(subject))) {
                        verdict.suppress(number, Suppressed.SENSITIVE_WORD);
                    } else {
                        found.add(new Personalised(customer, route, subject, whole, key(subject, whole)));
                    }
                }
                case Rendering.Unresolved unresolved -> verdict.suppress(number, Suppressed.TEMPLATE_UNRESOLVED);
                case Rendering.TooLong tooLong -> verdict.suppress(number, Suppressed.TEXT_TOO_LONG);
            }
        }
        return found;
    }

    private static Set<CustomerNo> numbers(RoaringBitmap batch) {
        Set<CustomerNo> numbers = HashSet.newHashSet(batch.getCardinality());
        batch.forEach((int number) -> numbers.add(new CustomerNo(number)));
        return numbers;
    }

    private Map<CustomerNo, Map<String, String>> values(MessageTemplate template, Set<CustomerNo> numbers) {
        if (!template.asksForCustomer()) {
            return Map.of();
        }
        Set<String> names = template.customerNames();
        return names.isEmpty() ? customers.templateValues(numbers) : customers.templateValues(numbers, names);
    }

    public static Map<String, Map<String, String>> values(
            Brand brand, @Nullable Route route, @Nullable Map<String, String> customer) {
        Map<String, Map<String, String>> values = new HashMap<>();
        if (route != null) {
            values.putAll(route.values());
        }
        values.put("customer", customer == null ? Map.of() : customer);
        values.put("brand", Map.of("name", brand.name()));
        return values;
    }

    private static long key(@Nullable String subject, String text) {
        MessageDigest digest = Sha256.digest();
        digest.update(String.valueOf(subject).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
