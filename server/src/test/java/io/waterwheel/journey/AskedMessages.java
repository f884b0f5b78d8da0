package io.waterwheel.journey;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.touch.MessageRequest;
import io.waterwheel.touch.MessageState;
import io.waterwheel.touch.Messages;
import io.waterwheel.touch.MessagesSettled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Takes the messages of brands it stands in for, so that a test decides what becomes of them; all others go
/// where they always go.
@Primary
@Component
public class AskedMessages implements Messages {

    private final ObjectProvider<Messages> others;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Set<BrandId> brands = ConcurrentHashMap.newKeySet();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<String> withdrawn = new CopyOnWriteArrayList<>();

    AskedMessages(
            ObjectProvider<Messages> others, ApplicationEventPublisher events, TransactionOperations transactions) {
        this.others = others;
        this.events = events;
        this.transactions = transactions;
    }

    private record Asked(BrandId brand, MessageRequest request) {}

    void standInFor(Brand brand) {
        brands.add(brand.id());
    }

    @Override
    public void ask(Brand brand, Collection<MessageRequest> requests) {
        if (brands.contains(brand.id())) {
            requests.forEach(request -> asked.add(new Asked(brand.id(), request)));
        } else {
            others.stream().filter(other -> other != this).forEach(other -> other.ask(brand, requests));
        }
    }

    @Override
    public void withdraw(Brand brand, Collection<String> keys) {
        if (brands.contains(brand.id())) {
            withdrawn.addAll(keys);
        } else {
            others.stream().filter(other -> other != this).forEach(other -> other.withdraw(brand, keys));
        }
    }

    /// Each once, however often it was asked for.
    List<MessageRequest> of(Brand brand) {
        List<MessageRequest> requests = new ArrayList<>();
        Set<String> keys = ConcurrentHashMap.newKeySet();
        for (Asked one : asked) {
            if (one.brand.equals(brand.id()) && keys.add(one.request.key())) {
                requests.add(one.request);
            }
        }
        return requests;
    }

    boolean withdrew(String key) {
        return withdrawn.contains(key);
    }

    void settle(Brand brand, MessageRequest request, MessageState state, @Nullable String reason) {
        transactions.executeWithoutResult(_ -> events.publishEvent(new MessagesSettled(
                brand.id(), List.of(new MessagesSettled.Settled(request.key(), request.customer(), state, reason)))));
    }
}
