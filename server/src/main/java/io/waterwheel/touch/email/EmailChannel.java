package io.waterwheel.touch.email;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.TouchProblem;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// E-mail by SMTP. SMTP cannot be asked what became of a mail: one in flight when the server died stays unknown.
@Component
class EmailChannel implements Channel {

    private static final Route UNADDRESSED = new Route("", null, Map.of());

    private static final int MOST_BYTES = 100_000;
    private static final int CONNECTIONS = 4;

    private static final ChannelPromise PROMISE =
            ChannelPromise.nothing(TextLimit.bytes(MOST_BYTES)).leftByLink().parallel(CONNECTIONS);

    private final Customers customers;
    private final MailAccounts accounts;
    private final MailConnections connections;
    private final InstantSource clock;

    EmailChannel(Customers customers, MailAccounts accounts, MailConnections connections, InstantSource clock) {
        this.customers = customers;
        this.accounts = accounts;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public ChannelPromise promise() {
        return PROMISE;
    }

    @Override
    public void ready(Brand brand) {
        settings(brand);
    }

    private EmailSettings settings(Brand brand) {
        return accounts.of(brand).orElseThrow(() -> new Problem(TouchProblem.EMAIL_NOT_CONFIGURED));
    }

    @Override
    public Map<CustomerNo, Route> routes(Brand brand, Collection<CustomerNo> asked) {
        Map<CustomerNo, Route> routes = new HashMap<>();
        customers
                .addresses(ChannelKind.EMAIL, asked)
                .forEach((customer, known) -> routes.put(customer, new Route(known.getFirst(), null, Map.of())));
        return routes;
    }

    /// Addresses are sealed, and opening one takes longer than all else that is planned for its owner.
    @Override
    public Map<CustomerNo, Route> foreseen(Brand brand, Collection<CustomerNo> customers) {
        Map<CustomerNo, Route> routes = HashMap.newHashMap(customers.size());
        customers.forEach(customer -> routes.put(customer, UNADDRESSED));
        return routes;
    }

    @Override
    public CallOutcome send(Brand brand, Call call) {
        EmailSettings settings;
        try {
            settings = settings(brand);
        } catch (Problem missing) {
            return new CallOutcome.Blocked(missing);
        }
        Letter letter;
        try {
            letter = Letter.of(connections.session(settings), settings, call, clock.instant());
        } catch (AddressException e) {
            return new CallOutcome.Rejected("bad-address");
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new CallOutcome.Rejected("unwritable");
        }
        MailConnections.Connection connection;
        try {
            connection = connections.borrow(settings);
        } catch (MessagingException e) {
            return SmtpAnswers.whileConnecting(settings, e);
        }
        try {
            connection.transport().sendMessage(letter, letter.getAllRecipients());
            connections.giveBack(settings, connection);
            return new CallOutcome.Accepted(Letter.messageId(settings, call), Map.of());
        } catch (MessagingException e) {
            connections.close(connection);
            return SmtpAnswers.whileSending(settings, e);
        }
    }
}
