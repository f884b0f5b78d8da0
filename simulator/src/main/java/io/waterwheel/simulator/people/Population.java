package io.waterwheel.simulator.people;

import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Received;
import io.waterwheel.simulator.town.Town;
import java.time.InstantSource;

/// Everyone in the town: hears of what happens and plans what people do about it.
public final class Population implements AutoCloseable {
    private final Town town;
    private final Agenda agenda = new Agenda();
    private final Browser browser = new Browser();
    private final Till till;
    private final Customers customers;
    private final Guides guides;
    private final BaseOrders baseOrders;

    public Population(Town town, InstantSource clock) {
        this.town = town;
        till = new Till(town, agenda, clock);
        customers = new Customers(town, agenda, browser, clock);
        guides = new Guides(town, agenda, clock);
        baseOrders = new BaseOrders(town, agenda, clock);
    }

    /// Begins to listen, and goes on with whatever a restart interrupted.
    public void awake() {
        town.alone(() -> {
            town.observe(this::hear);
            town.massSends().forEach(guides::planConfirmations);
            town.inboxes().deliveries().stream().filter(this::first).forEach(customers::planNext);
            town.orders().untold().forEach(till::planTelling);
            baseOrders.restart();
            return true;
        });
    }

    public Guides guides() {
        return guides;
    }

    /// How many actions are planned.
    public int planned() {
        return agenda.waiting();
    }

    private void hear(Fact fact) {
        switch (fact) {
            case Fact.WorldSet ignored -> {
                agenda.clear();
                baseOrders.restart();
            }
            case Fact.BehaviourSet ignored -> {
                // Guides who were not willing may be now; who is asked twice confirms only once.
                town.massSends().forEach(guides::planConfirmations);
                baseOrders.restart();
            }
            case Fact.MassSendCreated created -> town.massSend(created.msgid()).ifPresent(guides::planConfirmations);
            case Fact.MassSendConfirmed confirmed ->
                confirmed
                        .statuses()
                        .keySet()
                        .forEach(externalUserid -> town.directory()
                                .byExternalUserid(externalUserid)
                                .ifPresent(person -> planReaction(person.id(), confirmed.msgid())));
            case Fact.MailAccepted(var person, var message, var at) -> {
                if (person != null) {
                    planReaction(person, message.key());
                }
            }
            case Fact.OrderPlaced(var order) -> till.planTelling(order);
            case Fact.FriendAdded ignored -> {}
            case Fact.FriendRemoved ignored -> {}
            case Fact.TagsDefined ignored -> {}
            case Fact.TagsMarked ignored -> {}
            case Fact.MassSendReminded ignored -> {}
            case Fact.MassSendCancelled ignored -> {}
            case Fact.GuidesNotified ignored -> {}
            case Fact.GuideLeft ignored -> {}
            case Fact.GroupSet ignored -> {}
            case Fact.GroupDismissed ignored -> {}
            case Fact.MomentCreated ignored -> {}
            case Fact.MomentPublished ignored -> {}
            case Fact.MomentCancelled ignored -> {}
            case Fact.MessageRead ignored -> {}
            case Fact.LinkClicked ignored -> {}
            case Fact.OrderTold ignored -> {}
        }
    }

    private void planReaction(String person, String messageKey) {
        var received = town.inboxes().of(person);
        if (!received.isEmpty() && received.getLast().message().key().equals(messageKey) && first(received.getLast())) {
            customers.planNext(received.getLast());
        }
    }

    /// Nobody acts twice on the very same message, even if it was delivered twice.
    private boolean first(Received received) {
        return town.inboxes()
                .find(received.person(), received.message().key())
                .filter(found -> found == received)
                .isPresent();
    }

    @Override
    public void close() {
        agenda.close();
        browser.close();
        till.close();
    }
}
