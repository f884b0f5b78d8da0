package io.waterwheel.wecom.account;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.Problem;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import org.springframework.stereotype.Component;

/// Calls WeCom and tells failures as problems; those a person must mend are shown with the brand's settings until
/// calls work again.
@Component
public class WecomCalls {

    private final WecomClients clients;
    private final WecomAccounts accounts;
    private final Set<BrandId> healthy = ConcurrentHashMap.newKeySet();

    WecomCalls(WecomClients clients, WecomAccounts accounts) {
        this.clients = clients;
        this.accounts = accounts;
    }

    /// One call.
    @FunctionalInterface
    public interface Question<T> {
        T ask(WxCpService wecom) throws WxErrorException;
    }

    /// A call that failed, with what it means.
    public static final class Failed extends Exception {

        private final transient WecomFailure failure;

        Failed(WecomFailure failure) {
            super(failure.problem());
            this.failure = failure;
        }

        public WecomFailure failure() {
            return failure;
        }
    }

    /// @throws Problem `wecom-not-configured`
    public <T> T tryAsk(Brand brand, Question<T> question) throws Failed {
        WxCpService service = clients.of(brand);
        try {
            T answer = question.ask(service);
            if (healthy.add(brand.id())) {
                accounts.problem(brand, null);
            }
            return answer;
        } catch (WxErrorException | RuntimeException e) {
            WecomFailure failure = WecomFailure.of(e);
            if (failure.certain() && !failure.passing() && failure.mendable()) {
                healthy.remove(brand.id());
                accounts.problem(brand, failure.problem());
            }
            throw new Failed(failure);
        }
    }

    /// @throws Problem that says what WeCom refused and how to mend it
    public <T> T ask(Brand brand, Question<T> question) {
        try {
            return tryAsk(brand, question);
        } catch (Failed failed) {
            throw failed.failure().problem();
        }
    }
}
