package io.waterwheel.touch.send;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.Worker;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.DeliveryReport;
import io.waterwheel.touch.channel.Channels;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Pulls the results of accepted calls, and takes back those of cancelled broadcasts. Safe on any number of nodes,
/// and safe to repeat: a recipient moves on only once.
@Component
class ReportCollector extends Worker {

    private static final Logger log = LoggerFactory.getLogger(ReportCollector.class);

    private final DueReports due;
    private final Reported reported;
    private final Brands brands;
    private final Channels channels;

    ReportCollector(DueReports due, Reported reported, Brands brands, Channels channels) {
        super("touch-reports", Duration.ofSeconds(1));
        this.due = due;
        this.reported = reported;
        this.brands = brands;
        this.channels = channels;
    }

    @Override
    protected boolean work() {
        List<DueReports.Due> taken = due.take();
        for (DueReports.Due one : taken) {
            try {
                collect(one);
            } catch (Problem problem) {
                log.info(
                        "reports.later dispatch={} code={}",
                        one.dispatch(),
                        problem.type().code());
            }
        }
        return !taken.isEmpty();
    }

    private void collect(DueReports.Due one) {
        if (due.tooOld(one)) {
            reported.closed(one.dispatch());
            return;
        }
        Brand brand = brands.get(one.errand().brand());
        Channel channel = channels.get(one.errand().channel());
        if (one.recall()) {
            channel.recall(brand, one.call());
        }
        List<DeliveryReport> reports = channel.reports(brand, one.call());
        reported.apply(one.errand(), one.dispatch(), channel.promise().telling(), reports, one.recall());
    }
}
