package io.waterwheel.touch.sms;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.CallTrace;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.Charged;
import io.waterwheel.touch.DeliveryReport;
import io.waterwheel.touch.PastCall;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.Telling;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.Tracing;
import io.waterwheel.touch.Wording;
import io.waterwheel.touch.http.Posts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// SMS. A recipient's address is their customer number: the phone is opened for the call and stands nowhere
/// else.
@Component
class SmsChannel implements Channel {

    /// With signature and opt-out. Carriers cut what is longer.
    private static final int MOST_CHARACTERS = 500;

    /// What Aliyun's SendBatchSms takes; Tencent's SendSms takes twice as many.
    private static final int MOST_MESSAGES = 100;

    private static final int CALLS = 4;

    /// What carriers call a number that does not exist; a customer's phone is not tried again after that.
    private static final Set<String> NO_NUMBER =
            Set.of("no-such-number", "mobile-not-exist", "unknown-number", "mk-0001", "mobile-number-not-exist");

    /// A provider that brings receipts is not asked for them meanwhile: millions of messages would be as many
    /// questions.
    private static final Duration TIME_TO_BRING = Duration.ofMinutes(10);

    private static final ChannelPromise PROMISE = ChannelPromise.nothing(TextLimit.characters(MOST_CHARACTERS))
            .asked(Tracing.BY_KEY, Posts.WHOLE.plus(Duration.ofSeconds(15)))
            .tells(Telling.NEWS)
            .charged(Charged.SEGMENT)
            .batched(MOST_MESSAGES)
            .parallel(CALLS);

    private final Customers customers;
    private final SmsAccounts accounts;
    private final SmsReceipts receipts;
    private final InstantSource clock;

    SmsChannel(Customers customers, SmsAccounts accounts, SmsReceipts receipts, InstantSource clock) {
        this.customers = customers;
        this.accounts = accounts;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
    }

    @Override
    public ChannelPromise promise() {
        return PROMISE;
    }

    @Override
    public void ready(Brand brand) {
        accounts.provider(accounts.get(brand));
    }

    @Override
    public Wording wording(Brand brand, boolean marketing) {
        return SmsWording.of(accounts.settings(brand), marketing);
    }

    @Override
    public Map<CustomerNo, Route> routes(Brand brand, Collection<CustomerNo> asked) {
        RoaringBitmap numbers = new RoaringBitmap();
        asked.forEach(customer -> numbers.add(customer.value()));
        Map<CustomerNo, Route> routes = new HashMap<>();
        customers
                .bound(brand.id(), ChannelKind.SMS, numbers)
                .forEach((int number) ->
                        routes.put(new CustomerNo(number), new Route(Integer.toString(number), null, Map.of())));
        return routes;
    }

    @Override
    public CallOutcome send(Brand brand, Call call) {
        SmsAccount account;
        SmsProvider provider;
        try {
            account = accounts.get(brand);
            provider = accounts.provider(account);
        } catch (Problem missing) {
            return new CallOutcome.Blocked(missing);
        }
        Set<CustomerNo> recipients = new HashSet<>();
        call.recipients().forEach(to -> recipients.add(to.customer()));
        Map<CustomerNo, List<String>> phones = customers.addresses(ChannelKind.SMS, recipients);
        Map<CustomerNo, String> refused = new HashMap<>();
        Map<String, CustomerNo> byOutId = new HashMap<>();
        List<Sms> messages = new ArrayList<>();
        for (Call.To to : call.recipients()) {
            String phone = mobile(phones.getOrDefault(to.customer(), List.of()));
            if (phone == null) {
                refused.put(to.customer(), "bad-number");
            } else {
                byOutId.put(outId(to), to.customer());
                messages.add(new Sms(outId(to), phone, to.text()));
            }
        }
        if (messages.isEmpty()) {
            return new CallOutcome.Accepted(call.key(), refused);
        }
        return switch (provider.send(account, call.key(), messages)) {
            case SmsAnswer.NotTaken(var outcome) -> outcome;
            case SmsAnswer.Taken(var batch, var codes) -> {
                codes.forEach((outId, code) -> {
                    CustomerNo customer = byOutId.get(outId);
                    if (customer != null) {
                        refused.put(customer, reason(code));
                    }
                });
                yield new CallOutcome.Accepted(batch, refused);
            }
        };
    }

    /// The newest number that can be a mobile phone's: not a landline, which begins with a zero.
    private static @Nullable String mobile(List<String> phones) {
        return phones.stream()
                .filter(phone -> phone.length() >= 8 && phone.length() <= 15 && !phone.startsWith("0"))
                .findFirst()
                .orElse(null);
    }

    /// The message's own key, with the customer number at its end: receipts come back by it.
    private static String outId(Call.To to) {
        String end = "-c" + to.customer();
        return to.key().endsWith(end) ? to.key() : to.key() + end;
    }

    private static String reason(String code) {
        String tidy = SmsGateway.tidy(code);
        return NO_NUMBER.contains(tidy) ? "bounced" : "sms-" + tidy;
    }

    @Override
    public CallTrace trace(Brand brand, PastCall call) {
        try {
            SmsAccount account = accounts.get(brand);
            return accounts.provider(account).trace(account, call.key());
        } catch (Problem missing) {
            return new CallTrace.Later(missing);
        }
    }

    /// What the provider brought, and what it says when asked; a message has one end, and the first one told
    /// stands.
    @Override
    public List<DeliveryReport> reports(Brand brand, PastCall call) {
        SmsAccount account = accounts.get(brand);
        Map<String, SmsReceipt> known = new LinkedHashMap<>();
        receipts.of(brand, call.key()).forEach(one -> known.putIfAbsent(one.outId(), one));
        boolean young = call.calledAt().isAfter(clock.instant().minus(TIME_TO_BRING));
        try {
            if (!young || !receipts.areBrought(brand)) {
                accounts.provider(account)
                        .receipts(account, call.key())
                        .forEach(one -> known.putIfAbsent(one.outId(), one));
            }
        } catch (Problem notNow) {
            if (known.isEmpty()) {
                throw notNow;
            }
            // What was brought is true whether or not the provider can be asked.
        }
        List<DeliveryReport> reports = new ArrayList<>();
        known.forEach((outId, receipt) -> {
            // The address is the customer number at the end.
            String address = outId.substring(outId.lastIndexOf('c') + 1);
            reports.add(
                    receipt.delivered()
                            ? new DeliveryReport.Delivered(address, receipt.at())
                            : new DeliveryReport.Failed(address, reason(String.valueOf(receipt.code()))));
        });
        return reports;
    }
}
