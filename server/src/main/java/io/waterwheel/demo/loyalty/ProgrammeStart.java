package io.waterwheel.demo.loyalty;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.demo.world.Customer;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.PastCoupon;
import io.waterwheel.loyalty.PastProgramme;
import io.waterwheel.loyalty.ProgrammeKits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Gives the demo brand a programme that has run for a year: points, coupons, and tiers from what members bought.
@Component
public class ProgrammeStart {

    private static final Logger log = LoggerFactory.getLogger(ProgrammeStart.class);
    private static final String KIT = "programme-kit.json";
    private static final int PIECE = 2_000;

    private final Customers customers;
    private final PastProgramme past;
    private final ProgrammeKits kits;
    private final NearTier nearTier;
    private final Today today;

    ProgrammeStart(Customers customers, PastProgramme past, ProgrammeKits kits, NearTier nearTier, Today today) {
        this.customers = customers;
        this.past = past;
        this.kits = kits;
        this.nearTier = nearTier;
        this.today = today;
    }

    /// The past first: once there is a programme, orders earn by themselves.
    ///
    /// @param day the first day that is not invented
    public void start(JobRun run, Brand brand, DemoWorld world, long seed, LocalDate day) throws InterruptedException {
        long began = System.nanoTime();
        Map<String, CustomerNo> numbers = numbers(brand, world);
        past.points(brand, PointsHistory.of(brand, world, numbers, seed, day));
        run.checkStop();
        Map<String, CouponTemplateId> templates = kits.open(brand, DemoFile.read(KIT));
        for (Map.Entry<CouponHistory.Kind, List<PastCoupon>> each :
                CouponHistory.of(brand, world, numbers, seed, day).entrySet()) {
            CouponTemplateId template = templates.get(each.getKey().key());
            if (template != null) {
                write(run, brand, template, each.getValue());
            }
        }
        List<CustomerNo> members = List.copyOf(numbers.values());
        nearTier.start(brand);
        if (!members.isEmpty()) {
            today.untilKnown(run, brand, members.getLast());
            tiers(run, brand, brand.startOf(PointsHistory.begins(day)));
        }
        today.live(run, brand, members, seed);
        log.info(
                "demo.programme brand={} members={} millis={}",
                brand.key(),
                numbers.size(),
                (System.nanoTime() - began) / 1_000_000);
    }

    private void tiers(JobRun run, Brand brand, Instant since) throws InterruptedException {
        CustomerNo come = past.tiers(brand, since, null);
        while (come != null) {
            run.checkStop();
            come = past.tiers(brand, since, come);
        }
    }

    private void write(JobRun run, Brand brand, CouponTemplateId template, List<PastCoupon> coupons)
            throws InterruptedException {
        for (int at = 0; at < coupons.size(); at += PIECE) {
            run.checkStop();
            past.coupons(brand, template, coupons.subList(at, Math.min(coupons.size(), at + PIECE)));
        }
    }

    /// Of members, by user id, in the order in which they came.
    private Map<String, CustomerNo> numbers(Brand brand, DemoWorld world) {
        List<String> members = world.customers().stream()
                .filter(customer -> customer.membership() != null)
                .map(Customer::userId)
                .toList();
        Map<String, CustomerNo> found = new HashMap<>();
        for (int at = 0; at < members.size(); at += PIECE) {
            found.putAll(customers.named(
                    brand.id(), IdentifierKind.USER_ID, members.subList(at, Math.min(members.size(), at + PIECE))));
        }
        Map<String, CustomerNo> inOrder = new LinkedHashMap<>();
        members.forEach(member -> {
            CustomerNo number = found.get(member);
            if (number != null) {
                inOrder.put(member, number);
            }
        });
        return inOrder;
    }
}
