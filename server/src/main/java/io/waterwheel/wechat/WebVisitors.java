package io.waterwheel.wechat;

import io.waterwheel.access.Brand;
import java.net.URI;
import java.util.Optional;

/// Finds out who opened a page inside WeChat, through the brand's official account (网页授权).
public interface WebVisitors {

    /// How much is asked for.
    enum Scope {
        /// Who it is to this account; WeChat asks the person nothing.
        SILENT,
        /// Who it is to all of the brand's accounts and programs; WeChat asks the person.
        PROFILE
    }

    /// Whether the brand has an official account.
    boolean ready(Brand brand);

    /// Where to send the browser, so that it comes back to `back` with `code` and `state`.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `wechat-not-configured`
    URI ask(Brand brand, URI back, String state, Scope scope);

    /// Who came back with a code; each code tells once. Empty for a code WeChat does not take, and for the
    /// nameless visitors of a snapshot page (快照页), who are given an openid that is nobody's.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `wechat-not-configured`, `wechat-unreachable`
    Optional<WebVisitor> identify(Brand brand, String code);
}
