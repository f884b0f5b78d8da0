/// The brand's WeCom corp: settings with sealed secrets, one long-lived client each, and what its error codes mean.
@NullMarked
package io.waterwheel.wecom.account;

import org.jspecify.annotations.NullMarked;
