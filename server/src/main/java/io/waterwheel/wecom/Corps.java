package io.waterwheel.wecom;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.job.JobId;
import java.net.URI;

/// What other modules may have done with a brand's WeCom corp.
public interface Corps {

    /// Connects the brand with a corp, in place of the one it had; joins the caller's transaction if there is one.
    void connect(Brand brand, Corp corp);

    /// Starts a synchronisation, or gives the one that is under way.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `wecom-not-configured`
    JobId synchronise(Brand brand);

    /// @param secret       the app's
    /// @param baseUrl      where its API is
    /// @param authorizeUrl where customers are asked who they are
    record Corp(
            String corpId,
            int agentId,
            String secret,
            String callbackToken,
            String callbackAesKey,
            URI baseUrl,
            URI authorizeUrl) {

        @Override
        public String toString() {
            return "Corp[corpId=" + corpId + ", …]";
        }
    }
}
